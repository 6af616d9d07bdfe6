package io.weft.worker;

import io.weft.activities.creatio.CreatioAccess;
import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.creatio.ODataCreatioClient;
import io.weft.activities.d365.D365Access;
import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.ODataD365Client;
import io.weft.activities.d365.ODataDataverseClient;
import io.weft.activities.governor.AdaptiveGovernor;
import io.weft.activities.governor.Governor;
import io.weft.activities.governor.Lane;
import io.weft.activities.governor.Limits;
import io.weft.activities.http.AttemptDeadline;
import io.weft.activities.http.CallCounts;
import io.weft.activities.http.HttpClients;
import io.weft.activities.http.Shared;
import io.weft.activities.load.Desks;
import io.weft.activities.settings.Ceilings;
import io.weft.activities.settings.WeftSettings;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.util.Optional;

/**
 * The clients of both systems, with one governor per connection. Building them sends nothing.
 *
 * @param creatio in the live lane; {@link #bulk} has the other
 * @param d365 likewise
 */
public record Systems(
    HttpClients http,
    CallCounts counts,
    Governors governors,
    ODataCreatioClient creatio,
    ODataD365Client d365,
    Optional<ODataDataverseClient> dataverse)
    implements AutoCloseable {

  /** Clients for the connections in the settings. */
  public static Systems connect(WeftSettings settings, Clock clock) {
    HttpClients http = new HttpClients("weft");
    CallCounts counts = new CallCounts();
    Governor creatio = governor(Side.CREATIO, settings.creatio().ceilings());
    Governor d365 = governor(Side.D365, settings.d365().ceilings());
    Governor dataverse = governor(Side.D365, settings.d365().ceilings());
    return new Systems(
        http,
        counts,
        new Governors(creatio, d365, dataverse),
        CreatioAccess.connect(
            settings.creatio().connection(), shared(http, counts, creatio, clock)),
        D365Access.connect(settings.d365().connection(), shared(http, counts, d365, clock)),
        D365Access.dataverse(settings.d365().connection(), shared(http, counts, dataverse, clock)));
  }

  private static Governor governor(Side side, Ceilings ceilings) {
    Limits all = new Limits(ceilings.concurrency(), ceilings.perSecond(), ceilings.maxWait());
    return Desks.left(new AdaptiveGovernor(side, all.sharedBy(ceilings.workers())));
  }

  private static Shared shared(
      HttpClients http, CallCounts counts, Governor governor, Clock clock) {
    return new Shared(http, governor, counts, new AttemptDeadline(), clock);
  }

  /** One for each connection; Dataverse has limits of its own. */
  public record Governors(Governor creatio, Governor d365, Governor dataverse) {}

  /** Both systems as one kind of work asks them. */
  public record Clients(CreatioClient creatio, D365Client d365) {}

  /** For changes that somebody waits for. */
  public Clients live() {
    return new Clients(creatio, d365);
  }

  /** For loads and sweeps: the same sign-in, governor and model, behind all live work. */
  public Clients bulk() {
    return new Clients(creatio.in(Lane.BULK), d365.in(Lane.BULK));
  }

  @Override
  public void close() {
    http.close();
  }
}

package io.weft.worker;

import io.weft.activities.creatio.CreatioAccess;
import io.weft.activities.creatio.ODataCreatioClient;
import io.weft.activities.d365.D365Access;
import io.weft.activities.d365.ODataD365Client;
import io.weft.activities.d365.ODataDataverseClient;
import io.weft.activities.governor.Governor;
import io.weft.activities.governor.HoldingGovernor;
import io.weft.activities.governor.Limits;
import io.weft.activities.http.AttemptDeadline;
import io.weft.activities.http.CallCounts;
import io.weft.activities.http.HttpClients;
import io.weft.activities.http.Shared;
import io.weft.activities.settings.Ceilings;
import io.weft.activities.settings.WeftSettings;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.util.Optional;

/**
 * The clients of both systems, with one governor per connection. Building them sends nothing.
 *
 * @param governors of Creatio and the ERP; Dataverse has limits and a governor of its own
 */
public record Systems(
    HttpClients http,
    CallCounts counts,
    Both<Governor> governors,
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
        new Both<>(creatio, d365),
        CreatioAccess.connect(
            settings.creatio().connection(), shared(http, counts, creatio, clock)),
        D365Access.connect(settings.d365().connection(), shared(http, counts, d365, clock)),
        D365Access.dataverse(settings.d365().connection(), shared(http, counts, dataverse, clock)));
  }

  private static Governor governor(Side side, Ceilings ceilings) {
    return new HoldingGovernor(
        side, new Limits(ceilings.concurrency(), ceilings.perSecond(), ceilings.maxWait()));
  }

  private static Shared shared(
      HttpClients http, CallCounts counts, Governor governor, Clock clock) {
    return new Shared(http, governor, counts, new AttemptDeadline(), clock);
  }

  @Override
  public void close() {
    http.close();
  }
}

package io.weft.cli.poller;

import io.weft.cli.CommandFailure;
import io.weft.cli.ExitCodes;
import io.weft.cli.Order;
import io.weft.cli.Session;
import io.weft.workflows.client.Starts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts pollers that do not run; one that runs goes on as it is. */
@Command(name = "start", description = "Starts pollers; one that runs goes on as it is.")
final class StartCommand implements Callable<Integer> {
  /** How long one turn at the feeds lasts, as a worker starts it; changes are found all through. */
  private static final long SECONDS_PER_TURN = 300;

  private final Session session;

  @Mixin private final Targets targets = new Targets();
  @Mixin private final Order order = new Order();

  StartCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    order.check();
    targets.named(); // a wrong word is told before anything is asked
    List<Target> known = Targets.legalEntities(session);
    List<Target> chosen = targets.isAll() ? targets.chosen(session) : targets.named();
    requireKnown(chosen, known);
    List<OrderReport.Line> lines = new ArrayList<>();
    for (Target target : chosen) {
      lines.add(new OrderReport.Line(target.scope(), start(target)));
    }
    return new OrderReport("start", order, lines).show(session);
  }

  /** A poller of an entity without feeds would only ever report trouble. */
  private static void requireKnown(List<Target> chosen, List<Target> known) {
    for (Target target : chosen) {
      if (target instanceof Target.Poller && !known.contains(target)) {
        throw new CommandFailure(
            ExitCodes.NO_MATCH,
            "The worker has no object switched on in legal entity '"
                + target.scope()
                + "'; it has in: "
                + known.stream().map(Target::scope).collect(Collectors.joining(", "))
                + ". Nothing was started.");
      }
    }
  }

  private OrderReport.Result start(Target target) {
    if (Targets.isOpen(session, target)) {
      return OrderReport.Result.RUNS_ALREADY;
    } else if (order.isDryRun()) {
      return OrderReport.Result.WOULD_BE_DONE;
    }
    begin(target);
    return OrderReport.Result.DONE;
  }

  private void begin(Target target) {
    Starts starts = session.starts();
    if (target instanceof Target.Poller poller) {
      starts.poller(poller.legalEntity(), SECONDS_PER_TURN);
    } else if (target instanceof Target.Sweep sweep) {
      starts.sweep(sweep.connection(), SECONDS_PER_TURN);
    }
  }
}

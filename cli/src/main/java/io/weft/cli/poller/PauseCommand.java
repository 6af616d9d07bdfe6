package io.weft.cli.poller;

import io.weft.cli.Session;
import io.weft.workflows.desk.Desk.SweepVerb;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops pollers until they are told to go on. */
@Command(
    name = "pause",
    description = "Stops reading; changes wait where they were made, none is lost.")
final class PauseCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final Orders orders = new Orders();

  PauseCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return orders.tell(session, SweepVerb.PAUSE);
  }
}

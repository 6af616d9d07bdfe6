package io.weft.cli.poller;

import io.weft.cli.Session;
import io.weft.workflows.desk.Desk.SweepVerb;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Has everything read again. */
@Command(
    name = "reset",
    description = "Forgets how far the feeds were read: everything is read again. Harmless, slow.")
final class ResetCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final Orders orders = new Orders();

  ResetCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return orders.tell(session, SweepVerb.RESET);
  }
}

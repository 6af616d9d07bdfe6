package io.weft.cli.poller;

import io.weft.cli.ObjectFilter;
import io.weft.cli.Session;
import io.weft.workflows.desk.Desk.SweepVerb;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Has everything read again. */
@Command(
    name = "reset",
    description = "Forgets how far the feeds were read: everything is read again. Harmless, slow.",
    footer = {
      "%nExamples:",
      "  weft poller reset usmf --reason \"restored from a backup\"",
      "  weft poller reset --object contact --reason \"new columns in the mapping\""
    })
final class ResetCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final Orders orders = new Orders();
  @Mixin private final ObjectFilter object = new ObjectFilter();

  ResetCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    String only = object.slug();
    return only == null ? orders.tell(session, SweepVerb.RESET) : orders.forget(session, only);
  }
}

package io.weft.cli.poller;

import io.weft.cli.Session;
import io.weft.workflows.desk.Desk.SweepVerb;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets pollers go on. */
@Command(name = "resume", description = "Goes on reading, at once.")
final class ResumeCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final Orders orders = new Orders();

  ResumeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return orders.tell(session, SweepVerb.RESUME);
  }
}

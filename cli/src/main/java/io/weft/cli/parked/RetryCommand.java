package io.weft.cli.parked;

import io.weft.cli.Session;
import io.weft.workflows.pass.Instruction;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tries parked records again as they are. */
@Command(name = "retry", description = "Tries records again as they are.")
final class RetryCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final Telling telling = new Telling();

  RetryCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    telling.check();
    Instruction.Retry retry = new Instruction.Retry(telling.order.who(), telling.order.why());
    return telling.tell(session, "Retry", (desk, id) -> desk.retry(id, retry));
  }
}

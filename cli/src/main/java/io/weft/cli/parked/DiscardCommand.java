package io.weft.cli.parked;

import io.weft.cli.Session;
import io.weft.workflows.pass.Instruction;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets the changes of parked records go. */
@Command(
    name = "discard",
    description = "Lets the change go: nothing is written, the record waits for its next change.")
final class DiscardCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final Telling telling = new Telling();

  DiscardCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    telling.check();
    Instruction.Discard discard = new Instruction.Discard(telling.order.who(), telling.order.why());
    return telling.tell(session, "Discard", (desk, id) -> desk.discard(id, discard));
  }
}

package io.weft.cli.parked;

import io.weft.cli.Session;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Settles the conflicts of parked records. */
@Command(
    name = "choose",
    description = "Settles a conflict: the value of the side that you name is to hold.")
final class ChooseCommand implements Callable<Integer> {
  private final Session session;

  @Spec CommandSpec spec;
  @Mixin private final Telling telling = new Telling();

  @Option(
      names = "--side",
      paramLabel = "creatio|d365",
      description = "The side whose value is to hold.")
  @Nullable String side;

  @Option(
      names = "--field",
      paramLabel = "FIELD",
      description = "Only this disputed field; may be repeated. Otherwise all of them.")
  List<String> fields = new ArrayList<>();

  ChooseCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    telling.check();
    Instruction.Choose choose =
        new Instruction.Choose(telling.order.who(), telling.order.why(), side(), fields);
    return telling.tell(session, "Choose", (desk, id) -> desk.choose(id, choose));
  }

  private Side side() {
    if (side == null) {
      throw new ParameterException(
          spec.commandLine(), "Which side is right? Write --side creatio or --side d365.");
    }
    for (Side known : Side.values()) {
      if (known.name().equalsIgnoreCase(side.strip())) {
        return known;
      }
    }
    throw new ParameterException(
        spec.commandLine(),
        "There is no side '" + side + "': write --side creatio or --side d365.");
  }
}

package io.weft.cli.parked;

import io.weft.cli.Session;
import io.weft.workflows.pass.Instruction;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Links a parked record with one of the other side. */
@Command(
    name = "link",
    description = "Links a new record with an existing one of the other side.",
    footer = {
      "%nExample:",
      "  weft parked link introduce/account-customer/d365/usmf/US-001 \\",
      "    --to 6f1c0e7a-51d4-4f0a-9c3b-0a1b2c3d4e5f --reason \"same company, by phone\""
    })
final class LinkCommand implements Callable<Integer> {
  private final Session session;

  @Spec CommandSpec spec;
  @Mixin private final Telling telling = new Telling();

  @Option(
      names = "--to",
      paramLabel = "KEY",
      description = "Its partner: a Creatio id, or a number of D365.")
  @Nullable String key;

  LinkCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    telling.order.check();
    telling.selection.checkOne("a partner belongs to one record only");
    if (key == null || key.isBlank()) {
      throw new ParameterException(
          spec.commandLine(), "Which partner? Write its key on the other side: --to KEY.");
    }
    Instruction.Link link =
        new Instruction.Link(telling.order.who(), telling.order.why(), key.strip());
    return telling.tell(session, "Link", (desk, id) -> desk.link(id, link));
  }
}

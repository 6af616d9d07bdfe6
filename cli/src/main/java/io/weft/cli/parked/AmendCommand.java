package io.weft.cli.parked;

import io.weft.cli.Session;
import io.weft.workflows.pass.Instruction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes other values to parked records instead. */
@Command(
    name = "amend",
    description =
        "Writes your value instead: the name of a D365 field goes to D365, a Creatio"
            + " column to Creatio.",
    footer = {
      "%nExamples:",
      "  weft parked amend account-customer/usmf/6f1c0e7a-51d4-4f0a-9c3b-0a1b2c3d4e5f \\",
      "    --set CustomerGroupId=10 --reason \"group X9 was retired\"",
      "  weft parked amend 6f1c0e7a-51d4-4f0a-9c3b-0a1b2c3d4e5f --set Fax= --reason \"no fax\""
    })
final class AmendCommand implements Callable<Integer> {
  private final Session session;

  @Spec CommandSpec spec;
  @Mixin private final Telling telling = new Telling();

  @Option(
      names = "--set",
      paramLabel = "FIELD=VALUE",
      description = "A field and its value; nothing after = clears it. May be repeated.")
  List<String> assignments = new ArrayList<>();

  AmendCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    telling.check();
    Instruction.Amend amend =
        new Instruction.Amend(telling.order.who(), telling.order.why(), fields());
    return telling.tell(session, "Amend", (desk, id) -> desk.amend(id, amend));
  }

  private Map<String, String> fields() {
    if (assignments.isEmpty()) {
      throw wrong("Which value? Write --set Field=value, for example --set CustomerGroupId=10.");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      String field = equals < 0 ? "" : assignment.substring(0, equals).strip();
      if (field.isEmpty() || field.chars().anyMatch(c -> c <= ' ')) {
        throw wrong(
            "--set '"
                + assignment
                + "': write --set Field=value, with quotes around it where the"
                + " value has spaces.");
      }
      if (fields.putIfAbsent(field, assignment.substring(equals + 1)) != null) {
        throw wrong("--set names the field " + field + " twice: which value is meant?");
      }
    }
    return fields;
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}

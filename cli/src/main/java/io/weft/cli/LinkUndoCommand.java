package io.weft.cli;

import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.desk.Question.Carry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Parts two records that were linked by mistake. */
@Command(
    name = "undo",
    description = {
      "Parts two records that were linked by mistake. Neither is deleted, and what was written to"
          + " them stays: see it with weft audit show PAIR. They are not proposed as a pair again."
    },
    footer = {
      "%nExample:",
      "  weft link undo account-customer/usmf/6f1c0e7a-51d4-4f0a-9c3b-0a1b2c3d4e5f"
          + " --reason \"another company of that name\""
    })
final class LinkUndoCommand implements Callable<Integer> {
  private static final Pattern PATH = Pattern.compile("[a-z-]+/[A-Za-z0-9]{1,4}/.+");

  private final Session session;

  @Spec CommandSpec spec;
  @Mixin private final Order order = new Order();

  @Parameters(
      index = "0",
      paramLabel = "PAIR",
      description = "As weft load report and weft audit show it: OBJECT/LE/KEY.")
  String pair = "";

  LinkUndoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    order.check();
    if (!PATH.matcher(pair).matches()) {
      throw new ParameterException(
          spec.commandLine(),
          "'" + pair + "' is no pair: write it as account-customer/usmf/6f1c0e7a-...");
    }
    Carry carry = order.isDryRun() ? Carry.CHECK : Carry.OUT;
    Answer.Done done =
        session.ask(
            new Question.UndoLink(pair, carry, order.who(), order.why()), Answer.Done.class);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("pair", pair);
    json.put("who", order.who());
    json.put("reason", order.why());
    json.put("dryRun", order.isDryRun());
    json.put("what", done.what());
    session.show(json, () -> text(done));
    return ExitCodes.DONE;
  }

  private void text(Answer.Done done) {
    session.output().text(done.what());
    session
        .output()
        .note(order.isDryRun() ? "A dry run: nothing was done." : "Told as " + order.who() + ".");
  }
}

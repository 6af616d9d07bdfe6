package io.weft.activities.load;

import io.weft.activities.pass.Attempt;
import io.weft.activities.pass.Pass;
import io.weft.activities.store.DecisionStore.Decision;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.desk.Question.Carry;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.pass.PassRequest;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Parts two records that were linked by mistake. The customer's number is taken off the account by
 * an ordinary pass, with its audit; then the link ends, and the two are never proposed again.
 */
final class Parting {
  private final Tools tools;
  private final Loadables loadables;
  private final Pass pass;
  private final Supplier<Attempt> attempt;

  Parting(Tools tools, Loadables loadables, Pass pass, Supplier<Attempt> attempt) {
    this.attempt = attempt;
    this.tools = tools;
    this.loadables = loadables;
    this.pass = pass;
  }

  Answer part(Question.UndoLink question) {
    Optional<Link> link = find(question.pair());
    if (link.isEmpty()) {
      return new Answer.Refused("there is no link " + question.pair());
    }
    if (link.get().state() != LinkState.LIVE) {
      return new Answer.Refused(
          question.pair() + " is " + link.get().state() + ": only a live link can be undone");
    }
    return question.carry() == Carry.CHECK
        ? new Answer.Done("would part " + words(link.get()))
        : carryOut(link.get(), question);
  }

  private Optional<Link> find(String path) {
    try {
      return tools.links().find(PairId.parse(path));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Answer carryOut(Link link, Question.UndoLink question) {
    PairId pair = link.pair();
    Loadable loadable;
    try {
      loadable = loadables.of(pair.object(), pair.legalEntity(), null);
    } catch (IllegalArgumentException e) {
      return new Answer.Refused(pair.path() + " cannot be undone: " + e.getMessage());
    }
    Map<String, String> empty = new LinkedHashMap<>();
    loadable.ownColumns().forEach(column -> empty.put(column, ""));
    Instruction clear = new Instruction.Amend(question.who(), question.why(), empty);
    PassOutcome outcome =
        pass.run(loadable.object(), new PassRequest(pair, List.of(clear)), attempt.get());
    if (outcome instanceof PassOutcome.NeedsPerson needs) {
      return new Answer.Refused(
          pair.path() + " waits for a person, who comes first: " + needs.problem().what());
    }
    tools
        .stores()
        .decisions()
        .overrule(
            pair.object(),
            pair.legalEntity(),
            new Decision(
                link.creatioId(),
                link.d365Key(),
                false,
                question.who(),
                question.why(),
                tools.clock().instant()));
    if (!tools.links().part(pair)) {
      return new Answer.Refused(pair.path() + " is just being worked on: try again in a minute");
    }
    return new Answer.Done("parted " + words(link));
  }

  private static String words(Link link) {
    return Words.the(link.record(Side.CREATIO))
        + " "
        + link.creatioId()
        + " and "
        + Words.the(link.record(Side.D365))
        + " "
        + link.d365Key()
        + " in "
        + link.pair().legalEntity()
        + "; neither record is deleted";
  }
}

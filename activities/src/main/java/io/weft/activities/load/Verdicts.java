package io.weft.activities.load;

import io.weft.activities.store.DecisionStore.Decision;
import io.weft.activities.store.DecisionStore.Taken;
import io.weft.activities.store.LinkWanted;
import io.weft.activities.store.Linking;
import io.weft.activities.store.Load;
import io.weft.activities.store.LoadPair;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.desk.Question.Carry;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.load.ReviewPair.Decided;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Carries out what reviewers decide. A decision is stored once, whoever sends it again; the pair of
 * an open load is then linked by its next batch, one of a load that is over by its hints; a
 * newcomer that waited for the decision looks again.
 */
final class Verdicts {
  private final Tools tools;

  Verdicts(Tools tools) {
    this.tools = tools;
  }

  Answer decide(Load load, Question.DecideReviews question) {
    Map<String, LoadPair> pairs =
        tools
            .stores()
            .pairs()
            .reviewed(load, question.decisions().stream().map(Decided::id).toList());
    List<Decision> known = known(load, pairs);
    Faults faults = new Faults(pairs, known, linked(load, pairs));
    question.decisions().forEach(faults::check);
    if (!faults.all().isEmpty() || question.carry() == Carry.CHECK) {
      return counted(question.decisions(), faults);
    }
    carryOut(load, question, pairs);
    return counted(question.decisions(), faults);
  }

  private List<Decision> known(Load load, Map<String, LoadPair> pairs) {
    List<String> accounts = pairs.values().stream().map(Verdicts::account).toList();
    List<String> customers = pairs.values().stream().map(Verdicts::customer).toList();
    return tools
        .stores()
        .decisions()
        .of(load.id().object(), load.id().legalEntity(), accounts, customers);
  }

  private Map<String, String> linked(Load load, Map<String, LoadPair> pairs) {
    Map<String, String> partners = new LinkedHashMap<>();
    List<String> accounts = pairs.values().stream().map(Verdicts::account).toList();
    List<String> customers = pairs.values().stream().map(Verdicts::customer).toList();
    tools
        .stores()
        .records()
        .links(load, Side.CREATIO, accounts)
        .forEach((key, link) -> partners.put(key, link.d365Key()));
    tools
        .stores()
        .records()
        .links(load, Side.D365, customers)
        .forEach((key, link) -> partners.put(key, link.creatioId()));
    return partners;
  }

  static String account(LoadPair pair) {
    return String.valueOf(pair.creatioKey());
  }

  static String customer(LoadPair pair) {
    return String.valueOf(pair.d365Key());
  }

  private static Answer counted(List<Decided> decisions, Faults faults) {
    long unchanged = decisions.stream().filter(faults::isUnchanged).count();
    long accepted =
        decisions.stream().filter(d -> !faults.isUnchanged(d) && Faults.accepts(d)).count();
    return new Answer.ReviewsDecided(
        accepted, decisions.size() - unchanged - accepted, unchanged, List.copyOf(faults.all()));
  }

  private void carryOut(Load load, Question.DecideReviews question, Map<String, LoadPair> pairs) {
    List<Decision> wanted = new ArrayList<>();
    Instant now = tools.clock().instant();
    for (Decided decided : question.decisions()) {
      LoadPair pair = Objects.requireNonNull(pairs.get(decided.id()));
      wanted.add(
          new Decision(
              account(pair),
              customer(pair),
              Faults.accepts(decided),
              question.who(),
              question.why(),
              now));
    }
    List<Taken> taken =
        tools.stores().decisions().decide(load.id().object(), load.id().legalEntity(), wanted);
    for (int i = 0; i < taken.size(); i++) {
      LoadPair pair = Objects.requireNonNull(pairs.get(question.decisions().get(i).id()));
      follow(load, pair, taken.get(i).stored());
    }
    pairs.values().forEach(pair -> tools.answered().tell(records(load, pair)));
  }

  private static List<RecordRef> records(Load load, LoadPair pair) {
    LoadId id = load.id();
    return List.of(
        RecordRef.creatio(id.object(), account(pair)),
        RecordRef.d365(id.object(), id.legalEntity(), customer(pair)));
  }

  /** Safe to repeat: a pair that has been moved, or linked, stays as it is. */
  private void follow(Load load, LoadPair pair, Decision decision) {
    tools.stores().pairs().decided(load, pair.sequence(), decision.accepted());
    if (decision.accepted() && !load.planOnly() && !load.isOpen()) {
      linkNow(load, decision);
    }
  }

  /** The two are there and belong together: linked as they are, brought in step by their run. */
  private void linkNow(Load load, Decision decision) {
    PairId pair = new PairId(load.id().object(), load.id().legalEntity(), decision.creatioKey());
    RecordRef account = RecordRef.creatio(pair.object(), pair.key());
    Linking linking =
        tools
            .links()
            .link(
                new LinkWanted(
                    pair, decision.d365Key(), null, null, Side.CREATIO, true, true, List.of()));
    if (linking instanceof Linking.Made) {
      tools.tell().accept(List.of(Hint.of(account, Origin.LOAD, tools.clock().instant())));
    }
  }
}

package io.weft.activities.account;

import io.weft.activities.mapping.LookUps;
import io.weft.activities.merge.Base;
import io.weft.activities.merge.Plan;
import io.weft.activities.object.Mode;
import io.weft.activities.object.Planner.Question;
import io.weft.activities.rule.Route;
import io.weft.activities.rule.Routing;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkStore;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Values;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where a linked account belongs by the rules of today. A customer is never moved to another legal
 * entity by a rule: a person decides. A further legal entity gets its customer.
 */
final class Places {
  /** A mark in Creatio's base: the legal entities as the account was last seen to belong to. */
  private static final String SEEN = "@places";

  private final Routing routing;
  private final LookUps lookUps;
  private final LinkStore links;
  private final Function<LegalEntity, Mode> mode;

  Places(Routing routing, LookUps lookUps, LinkStore links, Function<LegalEntity, Mode> mode) {
    this.routing = routing;
    this.lookUps = lookUps;
    this.links = links;
    this.mode = mode;
  }

  /** The plan, with the places noted; or with a problem where the account has left this one. */
  Plan watched(Plan plan, Question question) {
    Snapshot account = question.now().creatio();
    if (account == null || question.now().d365() == null) {
      return plan;
    }
    List<LegalEntity> places = of(account);
    String now = words(places);
    Base base = plan.basesAfterNoting().creatio();
    String before = base.values().get(SEEN).text();
    LegalEntity own = question.link().pair().legalEntity();
    boolean left = !before.isEmpty() && !before.equals(now) && !places.contains(own);
    if (!left || discarded(question)) {
      return noting(plan, base.noting(Fields.of(SEEN, Values.text(now))));
    }
    return with(plan, AccountProblems.placeChanged(question.link(), before, now));
  }

  private static boolean discarded(Question question) {
    List<Instruction> said = question.said();
    return !said.isEmpty() && said.get(said.size() - 1) instanceof Instruction.Discard;
  }

  /** Whether the account belongs to a further legal entity, where it has no customer yet. */
  boolean wantsMore(Link link, Snapshot account) {
    List<LegalEntity> places = of(account);
    LegalEntity own = link.pair().legalEntity();
    return link.leading()
        && places.contains(own)
        && places.stream()
            .filter(place -> !place.equals(own) && mode.apply(place) == Mode.WRITE)
            .anyMatch(place -> !isLinked(link, place));
  }

  private boolean isLinked(Link link, LegalEntity place) {
    return links.linksOf(link.record(Side.CREATIO)).stream()
        .anyMatch(other -> other.pair().legalEntity().equals(place));
  }

  private List<LegalEntity> of(Snapshot account) {
    return routing.route(account.fields(), lookUps) instanceof Route.To to
        ? to.legalEntities()
        : List.of();
  }

  private static String words(List<LegalEntity> places) {
    return places.isEmpty()
        ? "none"
        : places.stream().map(LegalEntity::id).collect(Collectors.joining(", "));
  }

  private static Plan noting(Plan plan, Base creatio) {
    return new Plan(
        plan.writes(),
        plan.confirmed(),
        plan.basesAfterNoting().with(Side.CREATIO, creatio),
        plan.decisions(),
        plan.problems(),
        plan.createHeldBack());
  }

  private static Plan with(Plan plan, Problem problem) {
    List<Problem> problems = new ArrayList<>(plan.problems());
    problems.add(problem);
    return new Plan(
        plan.writes(),
        plan.confirmed(),
        plan.basesAfterNoting(),
        plan.decisions(),
        problems,
        plan.createHeldBack());
  }
}

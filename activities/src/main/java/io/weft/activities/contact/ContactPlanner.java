package io.weft.activities.contact;

import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.Direction;
import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.LookUps;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.Span;
import io.weft.activities.mapping.Translated;
import io.weft.activities.merge.Merge;
import io.weft.activities.merge.Plan;
import io.weft.activities.merge.Situation;
import io.weft.activities.object.Planner;
import io.weft.activities.store.Provisional;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.Side;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plans one contact and its contact person in one legal entity. Names, e-mail and phone belong to
 * the person that the contact persons of all legal entities share: they go through the leading one
 * only, and a contact person of a known person is created with the name alone; whatever else the
 * two sides know is then compared like at any first link.
 */
final class ContactPlanner implements Planner {
  private static final String CONTACT_ID = "contactId";
  private static final Set<String> NAMES = Set.of(PersonRows.FIRST, "MiddleName", PersonRows.LAST);

  private final Mapping mapping;
  private final LookUps lookUps;
  private final ContactTies ties;
  private final Direction direction;
  private final ConflictPolicy policy;

  /** How an object flows and who wins, as the settings say for the legal entity. */
  record Conduct(Direction direction, ConflictPolicy policy) {}

  ContactPlanner(Mapping mapping, LookUps lookUps, ContactTies ties, Conduct conduct) {
    this.mapping = mapping;
    this.lookUps = lookUps;
    this.ties = ties;
    this.direction = conduct.direction();
    this.policy = conduct.policy();
  }

  @Override
  public int version() {
    return mapping.version();
  }

  @Override
  public Plan plan(Question question) {
    Snapshot contact = question.now().creatio();
    Snapshot person = question.now().d365();
    boolean toBeMade = person == null && Provisional.is(question.link().d365Key());
    String known = contact != null && toBeMade ? ties.person(question.link(), contact) : null;
    Plan plan =
        Merge.plan(
            new Situation(
                rules(question, known),
                question.policy(policy),
                question.now(),
                question.bases(),
                lookUps,
                question.movedAt(),
                Fields.none(),
                question.said()));
    if (contact != null) {
      plan = naming(plan, contact);
    }
    if (contact != null && person == null) {
      return with(plan, Side.D365, ties.ofPerson(question.link(), contact, known));
    }
    return contact == null && person != null
        ? with(plan, Side.CREATIO, ties.ofContact(question.link(), person))
        : plan;
  }

  private List<FieldRule> rules(Question question, @Nullable String known) {
    boolean leading = question.link().leading();
    boolean newContact = question.now().creatio() == null;
    boolean newPerson = question.now().d365() == null;
    return mapping.rules().stream()
        .filter(rule -> isShared(rule) ? newContact || newPerson || leading : true)
        .filter(rule -> !newPerson || known == null || !isShared(rule) || isName(rule))
        .filter(rule -> leading || !rule.id().equals(CONTACT_ID))
        .filter(rule -> !question.muted().creatio().contains(rule.name(Side.CREATIO)))
        .filter(rule -> !question.muted().d365().contains(rule.name(Side.D365)))
        .map(this::directed)
        .flatMap(Optional::stream)
        .toList();
  }

  private static boolean isShared(FieldRule rule) {
    return rule.conduct().span() == Span.LEADING;
  }

  private static boolean isName(FieldRule rule) {
    return NAMES.contains(rule.name(Side.D365));
  }

  /** The rule as the object's direction lets it flow; the number always comes back. */
  private Optional<FieldRule> directed(FieldRule rule) {
    if (direction == Direction.BOTH
        || rule.id().equals(CONTACT_ID)
        || rule.direction() == direction) {
      return Optional.of(rule);
    }
    return rule.direction() == Direction.BOTH
        ? Optional.of(
            new FieldRule(rule.id(), rule.slots(), direction, rule.conversion(), rule.conduct()))
        : Optional.empty();
  }

  /** A missing last name is told with the contact that lacks it. */
  private static Plan naming(Plan plan, Snapshot contact) {
    List<Problem> problems =
        plan.problems().stream()
            .map(p -> isLastNameMissing(p) ? ContactProblems.lastNameMissing(contact) : p)
            .toList();
    return new Plan(
        plan.writes(),
        plan.confirmed(),
        plan.basesAfterNoting(),
        plan.decisions(),
        problems,
        plan.createHeldBack());
  }

  private static boolean isLastNameMissing(Problem problem) {
    return problem.failure().equals(Translated.Why.MISSING.failure())
        && PersonRows.LAST.equals(problem.field());
  }

  private static Plan with(Plan plan, Side side, Fields ties) {
    if (plan.createHeldBack()) {
      return plan;
    }
    return new Plan(
        plan.writes().with(side, plan.writes().of(side).with(ties)),
        plan.confirmed(),
        plan.basesAfterNoting(),
        plan.decisions(),
        plan.problems(),
        false);
  }
}

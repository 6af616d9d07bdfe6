package io.weft.activities.account;

import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.Direction;
import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.LookUps;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.merge.Merge;
import io.weft.activities.merge.Plan;
import io.weft.activities.merge.Situation;
import io.weft.activities.object.Planner;
import io.weft.activities.rule.Terms;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plans one account and its customer in one legal entity. Name, phone, e-mail and address belong to
 * the party that all customers of an account share: they go through the leading legal entity only,
 * and further customers are created on the party that the leading one has.
 */
final class AccountPlanner implements Planner {
  private static final String NAME = "name";

  private final Mapping mapping;
  private final Terms terms;
  private final LookUps lookUps;
  private final LinkStore links;
  private final Direction direction;
  private final ConflictPolicy policy;
  private final Places places;

  /** How an object flows and who wins, as the settings say for the legal entity. */
  record Conduct(Direction direction, ConflictPolicy policy) {}

  AccountPlanner(
      Mapping mapping,
      Terms terms,
      LookUps lookUps,
      LinkStore links,
      Conduct conduct,
      Places places) {
    this.places = places;
    this.mapping = mapping;
    this.terms = terms;
    this.lookUps = lookUps;
    this.links = links;
    this.direction = conduct.direction();
    this.policy = conduct.policy();
  }

  @Override
  public int version() {
    return mapping.version();
  }

  @Override
  public Plan plan(Question question) {
    Plan plan =
        Merge.plan(
            new Situation(
                rules(question),
                question.policy(policy),
                question.now(),
                question.bases(),
                lookUps,
                question.movedAt(),
                supplied(question),
                question.said()));
    boolean further = question.now().d365() == null && !question.link().leading();
    return further ? onTheParty(plan, party(question.link())) : places.watched(plan, question);
  }

  private List<FieldRule> rules(Question question) {
    Link link = question.link();
    List<FieldRule> rules = new ArrayList<>(mapping.rules(link.leading()));
    if (!link.leading() && question.now().d365() == null) {
      mapping.rule(NAME).ifPresent(rules::add); // D365 asks for it, known party or not
    }
    return rules.stream()
        .filter(rule -> !question.muted().creatio().contains(rule.name(Side.CREATIO)))
        .filter(rule -> !question.muted().d365().contains(rule.name(Side.D365)))
        .map(this::directed)
        .flatMap(Optional::stream)
        .toList();
  }

  /** The rule as the object's direction lets it flow; what names the customer always comes back. */
  private Optional<FieldRule> directed(FieldRule rule) {
    boolean names = rule.id().equals("customerAccount") || rule.id().equals("legalEntity");
    if (direction == Direction.BOTH || names || rule.direction() == direction) {
      return Optional.of(rule);
    }
    return rule.direction() == Direction.BOTH
        ? Optional.of(
            new FieldRule(rule.id(), rule.slots(), direction, rule.conversion(), rule.conduct()))
        : Optional.empty();
  }

  private Fields supplied(Question question) {
    Snapshot account = question.now().creatio();
    return account == null
        ? Fields.none()
        : terms.supply(question.link().pair().legalEntity(), account.fields(), lookUps);
  }

  /** The party of the account's leading customer, which has to exist first. */
  private @Nullable String party(Link link) {
    for (Link other : links.linksOf(link.record(Side.CREATIO))) {
      if (other.leading() && other.state() == LinkState.RESERVED) {
        throw new LeadingFirst(link.pair().path(), other.pair().path());
      }
      if (other.partyNumber() != null) {
        return other.partyNumber();
      }
    }
    return null;
  }

  private static Plan onTheParty(Plan plan, @Nullable String party) {
    if (party == null) {
      return plan;
    }
    Fields d365 = plan.writes().d365().with(CustomerRows.PARTY, new Value.Code(party));
    return new Plan(
        plan.writes().with(Side.D365, d365),
        plan.confirmed(),
        plan.basesAfterNoting(),
        plan.decisions(),
        plan.problems(),
        plan.createHeldBack());
  }
}

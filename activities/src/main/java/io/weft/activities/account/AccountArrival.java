package io.weft.activities.account;

import io.weft.activities.mapping.LookUps;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.match.Match;
import io.weft.activities.match.Matcher;
import io.weft.activities.match.NormalForm;
import io.weft.activities.match.Profile;
import io.weft.activities.object.Arrival;
import io.weft.activities.object.Meeting;
import io.weft.activities.object.Newcomer;
import io.weft.activities.object.Route;
import io.weft.activities.rule.Routing;
import io.weft.activities.store.LinkStore.NumberRange;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * How a new account or customer finds its place: left out by scope, routed to legal entities by
 * rules, matched with what exists by number, tax number, e-mail, name and address.
 */
final class AccountArrival implements Arrival {
  private final Mapping mapping;
  private final LookUps lookUps;
  private final AccountScope scope;
  private final Routing routing;
  private final Candidates candidates;
  private final Numbers numbers;

  /** Our own numbers, and which legal entity speaks for what all share. */
  interface Numbers {
    NumberRange range(LegalEntity legalEntity);

    LegalEntity leading();
  }

  AccountArrival(
      Mapping mapping,
      AccountScope scope,
      Routing routing,
      Candidates candidates,
      LookUps lookUps,
      Numbers numbers) {
    this.mapping = mapping;
    this.scope = scope;
    this.routing = routing;
    this.candidates = candidates;
    this.lookUps = lookUps;
    this.numbers = numbers;
  }

  @Override
  public Route route(Newcomer newcomer) {
    Snapshot snapshot = newcomer.snapshot();
    String out = scope.leavesOut(newcomer);
    if (out != null) {
      return new Route.LeftOut(out);
    }
    LegalEntity own = snapshot.record().legalEntity();
    if (own != null) {
      return new Route.To(List.of(own));
    }
    io.weft.activities.rule.Route route = routing.route(snapshot.fields(), lookUps);
    if (route instanceof io.weft.activities.rule.Route.To to) {
      return new Route.To(to.legalEntities());
    }
    return route instanceof io.weft.activities.rule.Route.LeftOut left
        ? new Route.LeftOut(left.why())
        : new Route.NoRule(AccountProblems.noRoute(snapshot.record(), route.why()));
  }

  @Override
  public Meeting meet(Newcomer newcomer, LegalEntity legalEntity) {
    Profile profile = Profile.of(newcomer.snapshot(), mapping, lookUps);
    List<Snapshot> found = candidates.of(newcomer.snapshot(), profile, legalEntity);
    List<Profile> profiles =
        found.stream().map(snapshot -> Profile.of(snapshot, mapping, lookUps)).toList();
    Match match = Matcher.match(profile, profiles);
    if (match instanceof Match.Sure sure) {
      Snapshot partner = found.get(profiles.indexOf(sure.candidate()));
      return new Meeting.Sure(partner, sure.verdict().evidence().words());
    }
    return match instanceof Match.Doubtful doubtful
        ? new Meeting.Doubtful(AccountProblems.doubtful(newcomer.snapshot().record(), doubtful))
        : new Meeting.Nobody();
  }

  @Override
  public Optional<Snapshot> named(Newcomer newcomer, LegalEntity legalEntity, String key) {
    return candidates.named(newcomer.snapshot().record().side().other(), legalEntity, key);
  }

  /**
   * Made from the party, which a firm has in common in all legal entities, else from the customer's
   * own key: twins make the same one.
   */
  @Override
  public String newCreatioId(Newcomer newcomer) {
    String party = newcomer.snapshot().fields().get(CustomerRows.PARTY).text();
    RecordRef record = newcomer.snapshot().record();
    String seed = party.isEmpty() ? record.path() : "party/" + party;
    return UUID.nameUUIDFromBytes(("weft/account/" + seed).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  @Override
  public NumberRange numbers(LegalEntity legalEntity) {
    return numbers.range(legalEntity);
  }

  @Override
  public boolean leads(LegalEntity legalEntity, List<LegalEntity> all) {
    LegalEntity leading = numbers.leading();
    return all.contains(leading) ? legalEntity.equals(leading) : all.get(0).equals(legalEntity);
  }

  @Override
  public List<String> matchKeys(Newcomer newcomer) {
    Profile profile = Profile.of(newcomer.snapshot(), mapping, lookUps);
    List<String> keys = new ArrayList<>();
    keys.add("name:" + NormalForm.name(profile.name()) + "|" + profile.country());
    if (!profile.taxNumber().isEmpty()) {
      keys.add(
          "tax:" + profile.taxNumber().replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT));
    }
    String party = newcomer.snapshot().fields().get(CustomerRows.PARTY).text();
    if (newcomer.snapshot().record().side() == Side.D365 && !party.isEmpty()) {
      keys.add("party:" + party);
    }
    return keys;
  }
}

package io.weft.activities.load;

import io.weft.activities.load.Freshness.Now;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkWanted;
import io.weft.activities.store.Linking;
import io.weft.activities.store.LoadPair;
import io.weft.activities.store.LoadPair.Kind;
import io.weft.activities.store.LoadPair.Outcome;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Links the pairs of a batch. What has changed so much since the scan that its match is in doubt is
 * left to the ordinary work, which looks at it afresh. Safe to repeat: links are unique on both
 * keys, and keys of records to be made are the same each time.
 */
final class Linker {
  private final Subject subject;
  private final Tools tools;
  private final StandingLinks standing;
  private final Freshness freshness;
  private final Wishes wishes;
  private final Mail mail;

  Linker(Subject subject, Tools tools, Mail mail) {
    this.subject = subject;
    this.tools = tools;
    this.mail = mail;
    this.standing = new StandingLinks(tools.stores().records(), subject);
    this.freshness = new Freshness(tools.stores(), subject);
    this.wishes = new Wishes(subject, tools.links());
  }

  /**
   * A pair after the attempt to link it: by its id, or with how it ended before that.
   *
   * @param pair null where it ended
   * @param end null where it is linked
   */
  record Linked(LoadPair work, @Nullable PairId pair, @Nullable End end) {}

  /** Two that are there, and those whose partners are to be made. */
  private record Wanted(Map<LoadPair, LinkWanted> both, Map<LoadPair, Snapshot> newcomers) {
    Map<LoadPair, LinkWanted> all(Wishes wishes) {
      Map<LoadPair, LinkWanted> all = new LinkedHashMap<>(both);
      List<LinkWanted> made = wishes.made(List.copyOf(newcomers.values()));
      int i = 0;
      for (LoadPair one : newcomers.keySet()) {
        all.put(one, made.get(i++));
      }
      return all;
    }
  }

  List<Linked> link(List<LoadPair> some) {
    List<Linked> linked = standing.of(some);
    List<LoadPair> unlinked = new ArrayList<>(some);
    linked.forEach(one -> unlinked.remove(one.work()));
    Map<String, Now> accounts = freshness.look(Side.CREATIO, keys(unlinked, LoadPair::creatioKey));
    Map<String, Now> customers = freshness.look(Side.D365, keys(unlinked, LoadPair::d365Key));
    Wanted wanted = new Wanted(new LinkedHashMap<>(), new LinkedHashMap<>());
    for (LoadPair one : unlinked) {
      End end = end(one, accounts.get(one.creatioKey()), customers.get(one.d365Key()), wanted);
      if (end != null) {
        linked.add(new Linked(one, null, end));
      }
    }
    linked.addAll(linkAll(wanted.all(wishes)));
    return linked;
  }

  private static List<String> keys(List<LoadPair> some, Function<LoadPair, @Nullable String> key) {
    return some.stream()
        .filter(one -> one.kind() != Kind.REFUSED)
        .map(key)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .distinct()
        .toList();
  }

  /** How the pair ends before it is linked; null where it is wanted now. */
  private @Nullable End end(
      LoadPair one, @Nullable Now account, @Nullable Now customer, Wanted wanted) {
    if (one.kind() == Kind.REFUSED) {
      mail.leaveToOrdinaryWork(one);
      return End.done(Outcome.PARKED);
    }
    if (account instanceof Now.Gone || customer instanceof Now.Gone) {
      return End.done(Outcome.ENDED);
    }
    Snapshot left = Wishes.there(account);
    Snapshot right = Wishes.there(customer);
    boolean stands =
        one.kind() == Kind.SURE
            ? left != null && right != null && isStillSure(one, account, customer)
            : account instanceof Now.Same || customer instanceof Now.Same;
    if (!stands) {
      mail.leaveToOrdinaryWork(one);
      return End.done(Outcome.CHANGED);
    }
    if (left != null && right != null) {
      wanted.both().put(one, wishes.both(left, right));
    } else {
      wanted.newcomers().put(one, Objects.requireNonNull(left == null ? right : left));
    }
    return null;
  }

  private boolean isStillSure(LoadPair one, @Nullable Now account, @Nullable Now customer) {
    if (account instanceof Now.Same && customer instanceof Now.Same) {
      return true;
    }
    if (Proof.read(one.evidence()).kinds().contains(Decisions.KIND)) {
      return true;
    }
    Likeness likeness = subject.loadable().likeness();
    Likeness.Features left = likeness.of(Objects.requireNonNull(Wishes.there(account)));
    Likeness.Features right = likeness.of(Objects.requireNonNull(Wishes.there(customer)));
    return left.compare(right).filter(alike -> alike.grade().isSure()).isPresent();
  }

  private List<Linked> linkAll(Map<LoadPair, LinkWanted> wanted) {
    List<Linking> linkings = tools.links().linkAll(List.copyOf(wanted.values()));
    mail.takeOver(made(linkings));
    List<Linked> linked = new ArrayList<>();
    int i = 0;
    for (LoadPair one : wanted.keySet()) {
      linked.add(linked(one, linkings.get(i++)));
    }
    return linked;
  }

  private static List<Link> made(List<Linking> linkings) {
    return linkings.stream()
        .filter(Linking.Made.class::isInstance)
        .map(linking -> ((Linking.Made) linking).link())
        .toList();
  }

  private Linked linked(LoadPair one, Linking linking) {
    if (linking instanceof Linking.Made made) {
      return new Linked(one, made.link().pair(), null);
    }
    if (linking instanceof Linking.Reserved reserved) {
      String why = "the same one is just being made as another pair";
      return new Linked(one, null, End.later(reserved.by().pair().path(), why));
    }
    mail.leaveToOrdinaryWork(one);
    Problem taken = Troubles.taken(((Linking.Taken) linking).by());
    return new Linked(one, null, End.done(Outcome.CHANGED, taken));
  }
}

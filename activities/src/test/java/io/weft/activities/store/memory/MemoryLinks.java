package io.weft.activities.store.memory;

import io.weft.activities.store.Intent;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkChange;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.LinkWanted;
import io.weft.activities.store.Linking;
import io.weft.activities.store.StoreException;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class MemoryLinks implements LinkStore {
  private final MemoryState state;
  private final Map<String, Long> lastNumbers = new LinkedHashMap<>();
  private final Map<PairId, Long> numbers = new LinkedHashMap<>();

  MemoryLinks(MemoryState state) {
    this.state = state;
  }

  @Override
  public List<Link> linksOf(RecordRef record) {
    synchronized (state) {
      return state.linksOf(record);
    }
  }

  @Override
  public Optional<Link> find(PairId pair) {
    synchronized (state) {
      return Optional.ofNullable(state.links.get(pair));
    }
  }

  @Override
  public List<Link> byParty(String partyNumber) {
    synchronized (state) {
      return state.links.values().stream()
          .filter(link -> partyNumber.equals(link.partyNumber()))
          .sorted(
              Comparator.comparing((Link link) -> !link.leading())
                  .thenComparing(link -> link.pair().path()))
          .toList();
    }
  }

  @Override
  public Optional<RecordRef> byGuid(String dataverseGuid) {
    synchronized (state) {
      for (Link link : state.links.values()) {
        if (dataverseGuid.equalsIgnoreCase(link.dataverseGuid())) {
          return Optional.of(link.record(Side.D365));
        }
      }
      return Optional.ofNullable(state.guids.get(dataverseGuid.toLowerCase(Locale.ROOT)));
    }
  }

  @Override
  public Linking link(LinkWanted wanted) {
    synchronized (state) {
      RecordRef account = RecordRef.creatio(wanted.pair().object(), wanted.pair().key());
      Link link = wanted.link(state.clock.instant(), state.linksOf(account));
      Link own = state.links.get(link.pair());
      Link owner = own != null && own.state() != LinkState.MERGED ? own : owner(link);
      Link earlier = owner != null ? owner : own;
      if (earlier == null) {
        return reserve(link, wanted.matchKeys());
      }
      boolean asWanted =
          earlier.pair().equals(link.pair()) && earlier.d365Key().equals(link.d365Key());
      return asWanted ? new Linking.Made(earlier) : new Linking.Taken(earlier);
    }
  }

  private @Nullable Link owner(Link link) {
    List<Link> found = new ArrayList<>(state.linksOf(link.record(Side.CREATIO)));
    found.addAll(state.linksOf(link.record(Side.D365)));
    for (Link other : found) {
      boolean sameScope = other.pair().legalEntity().equals(link.pair().legalEntity());
      if (sameScope && other.state() != LinkState.MERGED) {
        return other;
      }
    }
    return null;
  }

  private Linking reserve(Link link, List<String> matchKeys) {
    for (String key : matchKeys) {
      MemoryState.Hold hold = state.matchKeys.get(scoped(link, key));
      if (hold != null && !hold.pair().key().equals(link.creatioId()) && isHeld(hold)) {
        return new Linking.Reserved(key, state.links.get(hold.pair()));
      }
    }
    state.links.put(link.pair(), link);
    Instant until = state.clock.instant().plus(MATCH_KEYS_HELD);
    matchKeys.forEach(
        key -> state.matchKeys.put(scoped(link, key), new MemoryState.Hold(link.pair(), until)));
    return new Linking.Made(link);
  }

  private static String scoped(Link link, String key) {
    return link.pair().object().slug() + "|" + key;
  }

  private boolean isHeld(MemoryState.Hold hold) {
    return hold.heldUntil().isAfter(state.clock.instant())
        || state.links.values().stream()
            .anyMatch(
                link ->
                    link.creatioId().equals(hold.pair().key())
                        && link.pair().object() == hold.pair().object()
                        && link.state() == LinkState.RESERVED);
  }

  @Override
  public Link change(Link seen, LinkChange change) {
    synchronized (state) {
      return change(state, seen, change);
    }
  }

  /** Changes a link; the caller holds the lock. */
  static Link change(MemoryState state, Link seen, LinkChange change) {
    Link now = state.links.get(seen.pair());
    if (now == null || now.version() != seen.version()) {
      throw new StoreException.Overtaken(seen.pair().path() + " was changed by somebody else");
    }
    Link changed = now.with(change, aliases(state, now, change.addAlias()));
    refuseForeignKey(state, changed);
    state.links.put(changed.pair(), changed);
    if (now.state() == LinkState.RESERVED && changed.state() != LinkState.RESERVED) {
      Instant until = state.clock.instant().plus(MATCH_KEYS_HELD);
      state.matchKeys.replaceAll(
          (key, hold) ->
              hold.pair().object() == changed.pair().object()
                      && hold.pair().key().equals(changed.creatioId())
                  ? new MemoryState.Hold(hold.pair(), until)
                  : hold);
    }
    return changed;
  }

  private static void refuseForeignKey(MemoryState state, Link changed) {
    RecordRef wanted = changed.record(Side.D365);
    for (Link other : state.linksOf(wanted)) {
      boolean foreign = !other.pair().equals(changed.pair());
      if (foreign && other.state() != LinkState.MERGED && changed.state() != LinkState.MERGED) {
        throw new StoreException.Overtaken(
            wanted.path() + " is linked already, with " + other.pair().path());
      }
    }
  }

  private static List<String> aliases(MemoryState state, Link link, @Nullable String alias) {
    if (alias == null) {
      return List.of();
    }
    PairId merged = new PairId(link.pair().object(), link.pair().legalEntity(), alias);
    List<String> all = new ArrayList<>(List.of(alias));
    if (state.links.get(merged) != null) {
      all.addAll(state.links.get(merged).aliases());
    }
    return all;
  }

  @Override
  public Linking move(Link seen, String survivorId) {
    synchronized (state) {
      PairId to = new PairId(seen.pair().object(), seen.pair().legalEntity(), survivorId);
      Link there = state.links.get(to);
      if (there != null) {
        return there.aliases().contains(seen.creatioId())
            ? new Linking.Made(there)
            : new Linking.Taken(there);
      }
      Link merged = change(state, seen, LinkChange.to(LinkState.MERGED));
      RecordRef account = RecordRef.creatio(to.object(), survivorId);
      Link moved = merged.movedTo(survivorId, state.linksOf(account));
      state.links.put(to, moved);
      state.hints.stream()
          .filter(row -> row.isOpenFor(seen.pair().path()))
          .forEach(row -> row.redirect(seen.pair().path(), to.path()));
      return new Linking.Made(moved);
    }
  }

  @Override
  public String number(PairId pair, NumberRange range) {
    synchronized (state) {
      Long kept = numbers.get(pair);
      return range.format(kept != null ? kept : allot(pair, range));
    }
  }

  @Override
  public String nextNumber(PairId pair, String refused, NumberRange range) {
    synchronized (state) {
      Long kept = numbers.get(pair);
      boolean moved = kept != null && !range.format(kept).equals(refused);
      return range.format(moved ? kept : allot(pair, range));
    }
  }

  private long allot(PairId pair, NumberRange range) {
    long next = Math.max(lastNumbers.getOrDefault(range.name(), 0L) + 1, range.first());
    range.format(next); // throws beyond the last, before anything is kept
    lastNumbers.put(range.name(), next);
    numbers.put(pair, next);
    return next;
  }

  @Override
  public List<Link> beingMade(SyncObjectName object, LegalEntity legalEntity) {
    synchronized (state) {
      return state.intents.values().stream()
          .filter(row -> row.isOpen() && row.announced().intent().kind() == Intent.Kind.CREATE)
          .filter(row -> row.announced().intent().target().side() == Side.D365)
          .map(row -> state.links.get(row.announced().intent().pair()))
          .filter(Objects::nonNull)
          .filter(link -> link.pair().object() == object)
          .filter(link -> link.pair().legalEntity().equals(legalEntity))
          .toList();
    }
  }

  @Override
  public List<Link> list(@Nullable LinkState wanted, @Nullable PairId after, int limit) {
    synchronized (state) {
      return state.links.values().stream()
          .filter(link -> wanted == null || link.state() == wanted)
          .filter(link -> after == null || link.pair().path().compareTo(after.path()) > 0)
          .sorted(Comparator.comparing(link -> link.pair().path()))
          .limit(limit)
          .toList();
    }
  }

  @Override
  public boolean part(PairId pair) {
    synchronized (state) {
      boolean announced =
          state.intents.values().stream()
              .anyMatch(row -> row.isOpen() && row.announced().intent().pair().equals(pair));
      boolean claimed =
          state.claims.values().stream()
              .anyMatch(c -> c.pair().equals(pair) && c.isLive(state.clock.instant()));
      if (announced || claimed || !state.openDeliveries(pair.path()).isEmpty()) {
        return false;
      }
      state.links.remove(pair);
      numbers.remove(pair);
      state.bases.keySet().removeIf(key -> key.pair().equals(pair));
      return true;
    }
  }
}

package io.weft.activities.store.sql;

import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.LinkWanted;
import io.weft.activities.store.Linking;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Making links, so that two wishes at the same moment never make two of what should be one. */
final class LinkMaking {
  private static final int TRIES = 5;

  private final Wiring wiring;
  private final LinkRows links;

  LinkMaking(Wiring wiring) {
    this.wiring = wiring;
    this.links = new LinkRows(wiring);
  }

  /** See {@link LinkStore#link}. */
  Linking link(LinkWanted wanted) {
    return untilWon(handle -> link(handle, wanted));
  }

  /**
   * See {@link LinkStore#linkAll}. Made in one order, so that two of these do not block in a ring.
   */
  List<Linking> linkAll(List<LinkWanted> wanted) {
    List<LinkWanted> sorted = new ArrayList<>(wanted);
    sorted.sort(Comparator.comparing(wish -> wish.pair().path()));
    Map<LinkWanted, Linking> made =
        untilWon(
            handle -> {
              Map<LinkWanted, Linking> all = new LinkedHashMap<>();
              sorted.forEach(wish -> all.computeIfAbsent(wish, w -> link(handle, w)));
              return all;
            });
    return wanted.stream().map(made::get).map(Objects::requireNonNull).toList();
  }

  /** Whoever loses a race on a unique key looks again. */
  private <T> T untilWon(Function<Handle, T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return wiring.database().write(work);
      } catch (LostRace e) {
        if (tries == TRIES) {
          throw new IllegalStateException("links of one record are being made too fast", e);
        }
      }
    }
  }

  private Linking link(Handle handle, LinkWanted wanted) {
    RecordRef account = RecordRef.creatio(wanted.pair().object(), wanted.pair().key());
    Link link = wanted.link(wiring.now(), links.of(handle, account));
    Optional<Linking> before = earlier(handle, link);
    if (before.isPresent()) {
      return before.get();
    }
    List<String> matchKeys = wanted.matchKeys().stream().distinct().sorted().toList();
    for (String key : matchKeys) {
      Optional<Link> holder = holder(handle, link, key);
      if (holder.isPresent()) {
        return new Linking.Reserved(key, holder.get());
      }
    }
    make(handle, link, matchKeys);
    return new Linking.Made(link);
  }

  /**
   * A link that one of the two records has already; every query may see more than the last. One
   * that was merged away counts only where no other goes on.
   */
  private Optional<Linking> earlier(Handle handle, Link wanted) {
    PairId pair = wanted.pair();
    RecordRef account = RecordRef.creatio(pair.object(), wanted.creatioId());
    List<Link> found = new ArrayList<>(links.of(handle, account));
    links.find(handle, pair).filter(link -> !found.contains(link)).ifPresent(found::add);
    found.addAll(links.of(handle, wanted.record(Side.D365)));
    found.removeIf(link -> !link.pair().legalEntity().equals(pair.legalEntity()));
    Optional<Link> own = found.stream().filter(link -> link.pair().equals(pair)).findFirst();
    found.removeIf(link -> link.state() == LinkState.MERGED);
    Optional<Link> going = own.filter(found::contains).or(() -> found.stream().findFirst());
    return going.or(() -> own).map(link -> answer(wanted, link));
  }

  private static Linking answer(Link wanted, Link found) {
    boolean asWanted =
        found.pair().equals(wanted.pair()) && found.d365Key().equals(wanted.d365Key());
    return asWanted ? new Linking.Made(found) : new Linking.Taken(found);
  }

  /** See {@link LinkStore#move}. */
  Linking move(Link seen, String survivorId) {
    return untilWon(handle -> move(handle, seen, survivorId));
  }

  private Linking move(Handle handle, Link seen, String survivorId) {
    PairId pair = seen.pair();
    PairId to = new PairId(pair.object(), pair.legalEntity(), survivorId);
    Optional<Link> there = links.find(handle, to);
    if (there.isPresent()) {
      boolean moved = there.get().aliases().contains(seen.creatioId());
      return moved ? new Linking.Made(there.get()) : new Linking.Taken(there.get());
    }
    Link merged = links.change(handle, seen, LinkStore.LinkChange.to(LinkState.MERGED));
    RecordRef account = RecordRef.creatio(pair.object(), survivorId);
    Link survivor = merged.movedTo(survivorId, links.of(handle, account));
    if (!links.insert(handle, survivor)) {
      throw new LostRace();
    }
    survivor.aliases().forEach(alias -> LinkRows.insertAlias(handle, survivor, alias));
    HintRows.redirect(handle, pair.path(), to.path());
    return new Linking.Made(survivor);
  }

  /** The link of another Creatio record that holds the key now. */
  private Optional<Link> holder(Handle handle, Link wanted, String key) {
    return handle
        .createQuery(
            """
            SELECT l.* FROM match_key m JOIN link l ON l.pair = m.pair
            WHERE m.object = :object AND m.name = :name AND m.creatio_id <> :creatioId
              AND (m.held_until > :now OR EXISTS (
                SELECT 1 FROM link r WHERE r.object = m.object AND r.creatio_id = m.creatio_id
                  AND r.state = :reserved))
            """)
        .bind("object", wanted.pair().object().slug())
        .bind("name", key)
        .bind("creatioId", wanted.creatioId())
        .bind("now", wiring.nowMicros())
        .bind("reserved", LinkState.RESERVED.name())
        .map((row, context) -> LinkRows.read(row))
        .findOne();
  }

  private void make(Handle handle, Link link, List<String> matchKeys) {
    boolean made = links.insert(handle, link);
    for (String key : matchKeys) {
      made = made && reserve(handle, link, key);
    }
    if (!made) {
      throw new LostRace();
    }
  }

  /** Takes a key that is free, ended or held by the same Creatio record. */
  private boolean reserve(Handle handle, Link link, String key) {
    int rows =
        handle
            .createUpdate(
                """
                INSERT INTO match_key (object, name, creatio_id, pair, held_until)
                VALUES (:object, :name, :creatioId, :pair, :until)
                ON CONFLICT (object, name) DO UPDATE SET creatio_id = excluded.creatio_id,
                  pair = excluded.pair, held_until = excluded.held_until
                WHERE match_key.creatio_id = excluded.creatio_id
                  OR (match_key.held_until <= :now AND NOT EXISTS (
                    SELECT 1 FROM link r WHERE r.object = match_key.object
                      AND r.creatio_id = match_key.creatio_id AND r.state = :reserved))
                """)
            .bind("object", link.pair().object().slug())
            .bind("name", key)
            .bind("creatioId", link.creatioId())
            .bind("pair", link.pair().path())
            .bind("until", Micros.of(wiring.now().plus(LinkStore.MATCH_KEYS_HELD)))
            .bind("now", wiring.nowMicros())
            .bind("reserved", LinkState.RESERVED.name())
            .execute();
    return rows == 1;
  }

  /** Another transaction was first; nothing of this one is stored. */
  private static final class LostRace extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}

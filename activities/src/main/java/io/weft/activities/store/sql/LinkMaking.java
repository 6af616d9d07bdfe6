package io.weft.activities.store.sql;

import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.LinkWanted;
import io.weft.activities.store.Linking;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.util.List;
import java.util.Optional;
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

  /** See {@link LinkStore#link}. Whoever loses a race on a unique key looks again. */
  Linking link(LinkWanted wanted) {
    for (int tries = 1; ; tries++) {
      try {
        return wiring.database().write(handle -> link(handle, wanted));
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

  private Optional<Linking> earlier(Handle handle, Link wanted) {
    return links
        .find(handle, wanted.pair())
        .or(() -> owner(handle, wanted)) // a twin may come in between: then it is this very pair
        .map(
            there ->
                isAsWanted(there, wanted) ? new Linking.Made(there) : new Linking.Taken(there));
  }

  private static boolean isAsWanted(Link there, Link wanted) {
    return there.pair().equals(wanted.pair()) && there.d365Key().equals(wanted.d365Key());
  }

  private Optional<Link> owner(Handle handle, Link wanted) {
    PairId pair = wanted.pair();
    List<Link> byKey = links.of(handle, wanted.record(Side.D365));
    List<Link> byAlias = links.of(handle, RecordRef.creatio(pair.object(), wanted.creatioId()));
    return byKey.stream()
        .filter(link -> link.state() != LinkState.MERGED)
        .findFirst()
        .or(
            () ->
                byAlias.stream()
                    .filter(link -> link.pair().legalEntity().equals(pair.legalEntity()))
                    .findFirst());
  }

  /** See {@link LinkStore#move}. */
  Linking move(Link seen, String survivorId) {
    return wiring.database().write(handle -> move(handle, seen, survivorId));
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

package io.weft.activities.store.sql;

import io.weft.activities.store.Link;
import io.weft.activities.store.LinkChange;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

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
    return linkAll(List.of(wanted)).get(0);
  }

  /**
   * See {@link LinkStore#linkAll}. Made in one order, so that two of these do not block in a ring.
   */
  List<Linking> linkAll(List<LinkWanted> wanted) {
    List<LinkWanted> sorted = new ArrayList<>(wanted);
    sorted.sort(Comparator.comparing(wish -> wish.pair().path()));
    Map<LinkWanted, Linking> made = untilWon(handle -> linkAll(handle, sorted));
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

  private Map<LinkWanted, Linking> linkAll(Handle handle, List<LinkWanted> wanted) {
    LinksAround around = LinksAround.read(wiring, handle, wanted);
    Map<LinkWanted, Linking> all = new LinkedHashMap<>();
    Map<Link, List<String>> made = new LinkedHashMap<>();
    for (LinkWanted wish : new LinkedHashSet<>(wanted)) {
      Link link = wish.link(wiring.now(), around.ofAccount(wish.pair().key()));
      List<String> matchKeys = wish.matchKeys().stream().distinct().sorted().toList();
      Optional<Linking> stands = earlier(around, link).or(() -> reserved(around, link, matchKeys));
      if (stands.isEmpty()) {
        made.put(link, matchKeys);
        around.made(link, matchKeys);
      }
      all.put(wish, stands.orElseGet(() -> new Linking.Made(link)));
    }
    make(handle, made);
    return all;
  }

  private static Optional<Linking> reserved(LinksAround around, Link link, List<String> matchKeys) {
    return matchKeys.stream()
        .flatMap(key -> around.holder(link, key).stream().map(by -> new Linking.Reserved(key, by)))
        .map(Linking.class::cast)
        .findFirst();
  }

  /**
   * A link that one of the two records has already. One that was merged away counts only where no
   * other goes on.
   */
  private static Optional<Linking> earlier(LinksAround around, Link wanted) {
    PairId pair = wanted.pair();
    List<Link> found = new ArrayList<>(around.ofAccount(wanted.creatioId()));
    around.find(pair).filter(link -> !found.contains(link)).ifPresent(found::add);
    found.addAll(around.ofCustomer(wanted.record(Side.D365)));
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
    Link merged = links.change(handle, seen, LinkChange.to(LinkState.MERGED));
    RecordRef account = RecordRef.creatio(pair.object(), survivorId);
    Link survivor = merged.movedTo(survivorId, links.of(handle, account));
    if (!links.insert(handle, survivor)) {
      throw new LostRace();
    }
    survivor.aliases().forEach(alias -> LinkRows.insertAlias(handle, survivor, alias));
    HintRows.redirect(handle, pair.path(), to.path());
    return new Linking.Made(survivor);
  }

  /** What somebody else has made since this transaction looked shows here. */
  private void make(Handle handle, Map<Link, List<String>> made) {
    if (!links.insertAll(handle, made.keySet()) || !reserve(handle, made)) {
      throw new LostRace();
    }
  }

  /** Takes keys that are free, ended or held by the same Creatio record; false if one is not. */
  private boolean reserve(Handle handle, Map<Link, List<String>> made) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO match_key (object, name, creatio_id, pair, held_until)
            VALUES (:object, :name, :creatioId, :pair, :until)
            ON CONFLICT (object, name) DO UPDATE SET creatio_id = excluded.creatio_id,
              pair = excluded.pair, held_until = excluded.held_until
            WHERE match_key.creatio_id = excluded.creatio_id
              OR (match_key.held_until <= :now AND NOT EXISTS (
                SELECT 1 FROM link r WHERE r.object = match_key.object
                  AND r.creatio_id = match_key.creatio_id AND r.state = :reserved))
            """);
    Map<String, Link> byKey = new TreeMap<>(); // in one order, as links are
    made.forEach((link, keys) -> keys.forEach(key -> byKey.put(key, link)));
    byKey.forEach((key, link) -> bind(batch, link, key));
    return IntStream.of(Batches.run(batch)).allMatch(rows -> rows == 1);
  }

  private void bind(PreparedBatch batch, Link link, String key) {
    batch
        .bind("object", link.pair().object().slug())
        .bind("name", key)
        .bind("creatioId", link.creatioId())
        .bind("pair", link.pair().path())
        .bind("until", Micros.of(wiring.now().plus(LinkStore.MATCH_KEYS_HELD)))
        .bind("now", wiring.nowMicros())
        .bind("reserved", LinkState.RESERVED.name())
        .add();
  }

  /** Another transaction was first; nothing of this one is stored. */
  private static final class LostRace extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}

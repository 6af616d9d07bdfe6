package io.weft.activities.store.memory;

import io.weft.activities.merge.Base;
import io.weft.activities.store.AuditStore;
import io.weft.activities.store.Delivery;
import io.weft.activities.store.Disposition;
import io.weft.activities.store.Entries.Announced;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.Intent;
import io.weft.activities.store.IntentResult;
import io.weft.activities.store.Link;
import io.weft.activities.store.ParkedStore;
import io.weft.activities.store.Provisional;
import io.weft.activities.store.StoredHint;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What all stores in memory share. Guarded by its own lock, which every store call takes. */
final class MemoryState {
  final Clock clock;
  final Function<RecordRef, String> introductionId;
  final ToIntFunction<SyncObjectName> mappingVersion;
  final Map<PairId, Link> links = new LinkedHashMap<>();
  final Map<String, Hold> matchKeys = new LinkedHashMap<>();
  final Map<String, Claim> claims = new LinkedHashMap<>();
  final Map<PairSide, BaseRow> bases = new LinkedHashMap<>();
  final Map<String, IntentRow> intents = new LinkedHashMap<>();
  final List<HintRow> hints = new ArrayList<>();
  final Map<String, ParkedStore.Parked> parked = new LinkedHashMap<>();
  final List<AuditStore.Entry> audit = new ArrayList<>();
  final Map<RecordRef, String> leftOut = new LinkedHashMap<>();
  final Map<String, RecordRef> guids = new LinkedHashMap<>();

  MemoryState(
      Clock clock,
      Function<RecordRef, String> introductionId,
      ToIntFunction<SyncObjectName> mappingVersion) {
    this.clock = clock;
    this.introductionId = introductionId;
    this.mappingVersion = mappingVersion;
  }

  /** Who works on a record. An ended claim stays for its fence. */
  record Claim(String holder, String attempt, PairId pair, long fence, Instant until) {
    boolean isLive(Instant now) {
      return until.isAfter(now);
    }
  }

  /** Who reserved a match key. */
  record Hold(PairId pair, Instant heldUntil) {}

  /** Whose base. */
  record PairSide(PairId pair, Side side) {}

  /** A base with the digest that a feed row of it would have. */
  record BaseRow(Base base, @Nullable String digest) {}

  /** An intent, and its outcome once there is one. */
  record IntentRow(Announced announced, IntentResult.@Nullable Outcome outcome) {
    boolean isOpen() {
      return outcome == null;
    }
  }

  List<Link> linksOf(RecordRef record) {
    List<Link> found = new ArrayList<>(2);
    for (Link link : links.values()) {
      boolean sameObject = link.pair().object() == record.object();
      boolean alias = record.side() == Side.CREATIO && link.aliases().contains(record.key());
      if (sameObject && (alias || link.record(record.side()).equals(record))) {
        found.add(link);
      }
    }
    if (found.size() > 1) {
      found.sort(
          Comparator.comparing((Link link) -> !link.leading())
              .thenComparing(link -> link.pair().path()));
    }
    return found;
  }

  /** Stores a hint with a delivery to each of these links, or to its introduction. */
  StoredHint store(Incoming incoming, List<Link> to) {
    HintRow row = new HintRow(hints.size() + 1L, incoming.hint(), incoming.digest());
    hints.add(row);
    if (incoming.filtered() != null) {
      row.ended = Disposition.FILTERED;
      return new StoredHint(row.id, row.hint, List.of(), false);
    }
    if (to.isEmpty()) {
      row.deliver(introductionId.apply(row.hint.record()));
      return new StoredHint(row.id, row.hint, List.of(), !isBeingMade(row.hint.record()));
    }
    List<PairId> tell = new ArrayList<>(to.size());
    for (Link link : to) {
      row.deliver(link.pair().path());
      if (!isAtWork(link)) {
        tell.add(link.pair());
      }
    }
    return new StoredHint(row.id, row.hint, tell, false);
  }

  private boolean isBeingMade(RecordRef record) {
    return record.side() == Side.D365
        && intents.values().stream()
            .filter(row -> row.isOpen() && row.announced().intent().kind() == Intent.Kind.CREATE)
            .map(row -> row.announced().intent().target())
            .filter(target -> target.object() == record.object() && target.side() == Side.D365)
            .filter(target -> Objects.equals(target.legalEntity(), record.legalEntity()))
            .anyMatch(target -> Provisional.is(target.key()));
  }

  /** Sends the open hints of an introduction to pairs of its record. */
  void handOver(RecordRef introduced, List<PairId> pairs) {
    String introduction = introductionId.apply(introduced);
    for (HintRow row : hints) {
      if (row.isOpenFor(introduction)) {
        row.withdraw(introduction);
        pairs.forEach(pair -> row.deliver(pair.path()));
      }
    }
  }

  /** Whether a pass of this very pair holds a live claim. */
  boolean isAtWork(Link link) {
    Claim claim = claims.get(link.record(Side.CREATIO).path());
    return claim != null && claim.pair().equals(link.pair()) && claim.isLive(clock.instant());
  }

  List<Delivery> openDeliveries(String workflow) {
    List<Delivery> open = new ArrayList<>();
    for (HintRow row : hints) {
      if (row.isOpenFor(workflow)) {
        open.add(row.delivery());
      }
    }
    return open;
  }

  HintRow hint(long id) {
    return hints.get((int) id - 1);
  }

  void write(AuditStore.Entry entry) {
    audit.add(
        new AuditStore.Entry(
            audit.size() + 1L,
            entry.at(),
            entry.kind(),
            entry.intentId(),
            entry.subject(),
            entry.target(),
            entry.outcome(),
            entry.who(),
            entry.why(),
            entry.fields(),
            entry.mappingVersion(),
            entry.run()));
  }
}

package io.weft.activities.store.memory;

import io.weft.activities.store.Delivery;
import io.weft.activities.store.Disposition;
import io.weft.activities.store.HintCounts;
import io.weft.activities.store.HintStore;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.Intent;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.StoredHint;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class MemoryHints implements HintStore {
  private final MemoryState state;

  MemoryHints(MemoryState state) {
    this.state = state;
  }

  @Override
  public List<StoredHint> accept(List<Incoming> hints) {
    synchronized (state) {
      List<StoredHint> stored = new ArrayList<>(hints.size());
      for (Incoming incoming : hints) {
        List<Link> links = Link.following(state.linksOf(incoming.hint().record()));
        stored.add(state.store(incoming, links));
      }
      return stored;
    }
  }

  @Override
  public void delivered(StoredHint hint) {
    synchronized (state) {
      state.hint(hint.id()).told = state.clock.instant();
    }
  }

  @Override
  public List<StoredHint> waiting(Instant toldBefore, int limit) {
    synchronized (state) {
      List<StoredHint> waiting = new ArrayList<>();
      for (HintRow row : state.hints) {
        boolean due = row.told == null || row.told.isBefore(toldBefore);
        if (waiting.size() < limit && row.isOpen() && due && !isAtWork(row)) {
          List<String> concerned = row.openWorkflows();
          concerned.removeIf(id -> row.told != null && state.parked.containsKey(id));
          if (!concerned.isEmpty()) {
            waiting.add(stored(row, concerned));
          }
        }
      }
      return waiting;
    }
  }

  private boolean isAtWork(HintRow row) {
    return state.links.values().stream()
        .filter(link -> row.isOpenFor(link.pair().path()))
        .anyMatch(state::isAtWork);
  }

  private StoredHint stored(HintRow row, List<String> concerned) {
    String introduction = state.introductionId.apply(row.hint.record());
    boolean unknown = concerned.remove(introduction);
    return new StoredHint(
        row.id, row.hint, concerned.stream().sorted().map(PairId::parse).toList(), unknown);
  }

  @Override
  public List<PairId> unfinished(Instant before, int limit) {
    synchronized (state) {
      Set<PairId> abandoned = new LinkedHashSet<>();
      for (MemoryState.IntentRow row : state.intents.values()) {
        Intent intent = row.announced().intent();
        MemoryState.Claim claim = state.claims.get(intent.target().path());
        boolean claimed = claim != null && !claim.until().isBefore(before);
        boolean parked = state.parked.containsKey(intent.pair().path());
        if (row.isOpen() && !claimed && !parked && abandoned.size() < limit) {
          abandoned.add(intent.pair());
        }
      }
      for (Link link : state.links.values()) {
        boolean claimed =
            state.claims.values().stream()
                .anyMatch(c -> c.pair().equals(link.pair()) && !c.until().isBefore(before));
        boolean parked = state.parked.containsKey(link.pair().path());
        boolean toBeMade = link.state() == LinkState.RESERVED && link.linkedAt().isBefore(before);
        if (toBeMade && !claimed && !parked && abandoned.size() < limit) {
          abandoned.add(link.pair());
        }
      }
      return List.copyOf(abandoned);
    }
  }

  @Override
  public List<PairId> introduced(RecordRef record) {
    synchronized (state) {
      List<Link> links = Link.following(state.linksOf(record));
      List<PairId> pairs = links.stream().map(Link::pair).toList();
      if (!pairs.isEmpty()) {
        state.handOver(record, pairs);
      }
      return pairs;
    }
  }

  @Override
  public void takenOver(List<RecordRef> records) {
    synchronized (state) {
      for (RecordRef record : records) {
        List<Delivery> waiting = state.openDeliveries(state.introductionId.apply(record));
        if (!introduced(record).isEmpty()) {
          waiting.forEach(one -> state.hint(one.hintId()).told = state.clock.instant());
        }
      }
    }
  }

  @Override
  public void closeIntroduction(RecordRef record, Disposition as, String why) {
    closeIntroduction(record, Long.MAX_VALUE, as, why);
  }

  @Override
  public long introductionMark(RecordRef record) {
    synchronized (state) {
      return state.openDeliveries(state.introductionId.apply(record)).stream()
          .mapToLong(delivery -> delivery.hintId())
          .max()
          .orElse(0);
    }
  }

  @Override
  public void closeIntroduction(RecordRef record, long mark, Disposition as, String why) {
    synchronized (state) {
      String introduction = state.introductionId.apply(record);
      for (HintRow row : state.hints) {
        if (row.id <= mark && row.isOpenFor(introduction)) {
          row.close(introduction, as);
          remember(record, row);
        }
      }
    }
  }

  private void remember(RecordRef record, HintRow newest) {
    if (newest.digest == null) {
      state.leftOut.remove(record);
    } else {
      state.leftOut.put(record, newest.digest);
    }
  }

  @Override
  public HintCounts counts() {
    synchronized (state) {
      long parked = 0;
      long inFlight = 0;
      Map<Disposition, Long> ended = new EnumMap<>(Disposition.class);
      for (HintRow row : state.hints) {
        if (row.ended != null) {
          ended.merge(row.ended, 1L, Long::sum);
        } else if (state.parked.keySet().containsAll(row.openWorkflows())) {
          parked++;
        } else {
          inFlight++;
        }
      }
      return new HintCounts(
          state.hints.size(),
          ended.getOrDefault(Disposition.APPLIED, 0L),
          ended.getOrDefault(Disposition.EQUAL, 0L),
          ended.getOrDefault(Disposition.SUPERSEDED, 0L),
          ended.getOrDefault(Disposition.FILTERED, 0L),
          ended.getOrDefault(Disposition.DISCARDED, 0L),
          parked,
          inFlight);
    }
  }
}

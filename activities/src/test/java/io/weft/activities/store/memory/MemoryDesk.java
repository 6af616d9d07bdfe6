package io.weft.activities.store.memory;

import io.weft.activities.store.ParkedStore;
import io.weft.workflows.sync.ParkActivities.ParkedWork;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

final class MemoryDesk implements ParkedStore {
  private final MemoryState state;

  MemoryDesk(MemoryState state) {
    this.state = state;
  }

  @Override
  public void park(ParkedWork work, Instant now) {
    synchronized (state) {
      Parked before = state.parked.get(work.workflowId());
      Instant since = before == null ? now : before.since();
      state.parked.put(work.workflowId(), new Parked(work, since));
    }
  }

  @Override
  public void close(String workflowId) {
    synchronized (state) {
      state.parked.remove(workflowId);
    }
  }

  @Override
  public List<Parked> list(
      @Nullable String workflowId,
      @Nullable String fingerprint,
      @Nullable String object,
      @Nullable String legalEntity,
      int limit) {
    synchronized (state) {
      return state.parked.values().stream()
          .filter(row -> fits(workflowId, row.work().workflowId()))
          .filter(row -> fits(fingerprint, row.work().problem().fingerprint()))
          .filter(row -> fits(object, row.work().object()))
          .filter(row -> fits(legalEntity, row.work().legalEntity()))
          .sorted(Comparator.comparing(Parked::since).thenComparing(row -> row.work().workflowId()))
          .limit(limit)
          .toList();
    }
  }

  private static boolean fits(@Nullable String wanted, @Nullable String is) {
    return wanted == null || Objects.equals(wanted, is);
  }
}

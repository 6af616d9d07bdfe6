package io.weft.activities.load;

import io.weft.activities.store.Load;
import io.weft.activities.store.LoadPlace;
import io.weft.activities.store.LoadStore;
import io.weft.workflows.load.LoadPhase;
import io.weft.workflows.record.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a load stands in its course, and how fast it goes. */
final class Course {
  /** Cautious: what a load is said to take before one of this installation was ever seen. */
  private static final long PAIRS_PER_SECOND = 50;

  private final LoadStore loads;
  private final Load load;
  private final Totals totals;
  private final List<LoadPlace> places = new ArrayList<>();
  private final @Nullable LoadPhase phase;

  Course(LoadStore loads, Load load, Totals totals) {
    this.loads = loads;
    this.load = load;
    this.totals = totals;
    this.phase = reached();
    if (phase != null) {
      stages(phase).forEach(stage -> places.add(loads.place(load, stage)));
    }
  }

  /** The furthest phase that was begun. */
  private @Nullable LoadPhase reached() {
    LoadPhase[] all = LoadPhase.values();
    for (int i = all.length - 1; i >= 0; i--) {
      boolean begun =
          stages(all[i]).stream().anyMatch(stage -> loads.place(load, stage).begunAt() != null);
      if (begun) {
        return all[i];
      }
    }
    return null;
  }

  private static List<String> stages(LoadPhase phase) {
    return switch (phase) {
      case SCAN -> List.of(Names.scan(Side.D365), Names.scan(Side.CREATIO));
      case MATCH ->
          List.of(
              Names.linked(Side.D365),
              Names.linked(Side.CREATIO),
              Names.JUDGED,
              Names.alike(Side.D365),
              Names.alike(Side.CREATIO),
              Names.resolved(Side.D365),
              Names.resolved(Side.CREATIO));
      case REHEARSE -> List.of(Names.REHEARSED);
      case APPLY -> List.of(Names.APPLIED);
      case VERIFY -> List.of(Names.VERIFIED);
    };
  }

  @Nullable LoadPhase phase() {
    return phase;
  }

  long handled() {
    return places.stream().mapToLong(LoadPlace::handled).sum();
  }

  /** How many there are in this phase, as far as is known. */
  long total() {
    if (phase == null) {
      return 0;
    }
    long scanned = totals.sum(Names.of("total", Side.CREATIO)) + totals.sum(Names.total(Side.D365));
    long all =
        switch (phase) {
          case SCAN -> scanned;
          case MATCH ->
              3 * totals.of(Names.total(Side.CREATIO)) + 4 * totals.of(Names.total(Side.D365));
          case REHEARSE, VERIFY -> totals.sum("pair/");
          case APPLY -> totals.toDo();
        };
    return Math.max(all, handled());
  }

  long perMinute() {
    Instant begun = null;
    Instant moved = null;
    for (LoadPlace place : places) {
      begun = earlier(begun, place.begunAt());
      moved = later(moved, place.movedAt());
    }
    if (begun == null || moved == null || !moved.isAfter(begun)) {
      return 0;
    }
    return handled() * 60_000 / Math.max(1, Duration.between(begun, moved).toMillis());
  }

  @Nullable Long secondsLeft() {
    if (load.planOnly() && load.state() == Load.State.COMPLETED) {
      return totals.toDo() / PAIRS_PER_SECOND;
    }
    long perMinute = perMinute();
    return !load.isOpen() || perMinute == 0 ? null : (total() - handled()) * 60 / perMinute;
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }
}

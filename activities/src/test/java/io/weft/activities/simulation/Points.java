package io.weft.activities.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Numbers the moments of a run, before and after every store and remote call, and lets the script's
 * mischief happen at its moment.
 */
final class Points {
  private final Map<Integer, Mischief> script;
  private final List<String> trace = new ArrayList<>();
  private Consumer<Mischief> doer = m -> {};
  private Runnable tick = () -> {};
  private int count;
  private boolean armed;

  Points(Map<Integer, Mischief> script) {
    this.script = new TreeMap<>(script);
  }

  void doer(Consumer<Mischief> newDoer) {
    this.doer = newDoer;
  }

  /** Moments count from here on. */
  void arm() {
    armed = true;
  }

  /** What the world does by itself before each moment. */
  void tick(Runnable newTick) {
    this.tick = newTick;
  }

  /** One moment. Mischief that belongs to a remote write is returned, everything else happens. */
  Mischief.Kind at(String where) {
    tick.run();
    if (!armed) {
      return null;
    }
    int here = count++;
    Mischief mischief = script.remove(here);
    trace.add(here + " " + where + (mischief == null ? "" : "   <== " + mischief));
    if (mischief == null) {
      return null;
    }
    switch (mischief.kind()) {
      case CRASH -> throw new Crash(where);
      case LOST_ANSWER, LATE_COMMIT, THROTTLED -> {
        return mischief.kind();
      }
      default -> doer.accept(mischief);
    }
    return null;
  }

  void note(String what) {
    trace.add("    " + what);
  }

  int count() {
    return count;
  }

  String trace() {
    return String.join("\n", trace);
  }
}

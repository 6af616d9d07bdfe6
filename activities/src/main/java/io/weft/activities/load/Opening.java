package io.weft.activities.load;

import io.weft.activities.hint.Answered;
import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.object.Mode;
import io.weft.activities.store.Load;
import io.weft.activities.store.LoadStore;
import io.weft.workflows.load.LoadActivities.CloseLoad;
import io.weft.workflows.load.LoadActivities.Ending;
import io.weft.workflows.load.LoadActivities.OpenLoad;
import io.weft.workflows.load.LoadChoices;
import io.weft.workflows.load.LoadId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Opens loads where they may be, and closes them. Thread-safe. */
public final class Opening {
  private final LoadStore loads;
  private final Loadables loadables;
  private final FeedStarts feeds;
  private final Answered answered;

  public Opening(LoadStore loads, Loadables loadables, FeedStarts feeds, Answered answered) {
    this.answered = answered;
    this.loads = loads;
    this.loadables = loadables;
    this.feeds = feeds;
  }

  /**
   * Notes the load, then the places from which feeds follow: before anything is read, so that
   * whatever changes from now on is seen by a feed, by the scan, or by both.
   *
   * @throws LoadRefused if it cannot be as asked for
   */
  public void open(OpenLoad request) {
    LoadId id = request.load();
    Loadable loadable = loadable(id, policy(request.choices()));
    if (!request.planOnly()) {
      requireMode(id, loadable.object().mode());
    }
    requirePlan(id, request.choices());
    if (loads.open(id, request.planOnly(), request.choices())
        instanceof LoadStore.Opening.Beside beside) {
      throw new LoadRefused(
          beside.other().id() + " is open: wait for its end, or cancel it, then start again.");
    }
    feeds.begin(id);
  }

  /** Best is off: feeds introduce nothing before the load is open, which waits for write then. */
  private static void requireMode(LoadId id, Mode mode) {
    if (mode != Mode.WRITE && mode != Mode.OFF) {
      throw new LoadRefused(
          id.object()
              + " in "
              + id.legalEntity()
              + " may not be written: its mode is "
              + mode.name().toLowerCase(Locale.ROOT),
          "Set it to write in weft.yaml, restart the worker, then start again; a plan needs no"
              + " mode.");
    }
  }

  private void requirePlan(LoadId id, LoadChoices choices) {
    if (choices.plan() == null) {
      return;
    }
    LoadId plan = new LoadId(id.object(), id.legalEntity(), choices.plan());
    Load found =
        loads
            .find(plan)
            .orElseThrow(() -> new LoadRefused("There is no " + plan + ": plan first."));
    if (!found.planOnly() || found.state() != Load.State.COMPLETED) {
      throw new LoadRefused(plan + " is no complete plan: plan again, or start without a plan.");
    }
  }

  /** An open load with what it works on. */
  Subject subject(LoadId id) {
    Load load =
        loads.find(id).orElseThrow(() -> new LoadRefused(id + " was never opened in this store"));
    return new Subject(load, loadable(id, policy(load.choices())));
  }

  /**
   * Closes a load, and has newcomers that waited for a person look again where it has linked them;
   * one that was never opened stays as it is.
   */
  public void close(CloseLoad request) {
    boolean completed = request.ending() == Ending.COMPLETED;
    loads
        .find(request.load())
        .ifPresent(
            load ->
                loads.close(
                    load, completed ? Load.State.COMPLETED : Load.State.CANCELLED, request.why()));
    answered.tellLinked(request.load().object());
  }

  private Loadable loadable(LoadId id, @Nullable ConflictPolicy policy) {
    try {
      return loadables.of(id.object(), id.legalEntity(), policy);
    } catch (IllegalArgumentException e) {
      throw new LoadRefused(String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable ConflictPolicy policy(LoadChoices choices) {
    String word = choices.policy();
    if (word == null) {
      return null;
    }
    return Arrays.stream(ConflictPolicy.values())
        .filter(policy -> word(policy).equals(word))
        .findFirst()
        .orElseThrow(() -> new LoadRefused("policy '" + word + "': one of " + words()));
  }

  private static String words() {
    return Arrays.stream(ConflictPolicy.values())
        .map(Opening::word)
        .collect(Collectors.joining(", "));
  }

  private static String word(ConflictPolicy policy) {
    return policy.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package io.weft.activities.store;

import io.weft.workflows.load.LoadChoices;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Loads and plans: which there are, how far they have come, what they count. Thread-safe. */
public interface LoadStore {
  /**
   * Notes a load, open from now on. Safe to repeat: the same id gives the load as it was noted.
   * {@link Opening.Beside} if another one of the object in the legal entity is open.
   */
  Opening open(LoadId id, boolean planOnly, LoadChoices choices);

  Optional<Load> find(LoadId id);

  /** Loads and plans, newest first; null means any. */
  List<Load> list(
      @Nullable SyncObjectName object,
      @Nullable LegalEntity legalEntity,
      boolean openOnly,
      int limit);

  /**
   * Closes a load and forgets what it has read: contents and keys, not keys of records nor what
   * became of them. It goes through all of them, in portions that keep no other work waiting for
   * long. Safe to repeat; the first ending counts.
   */
  void close(Load load, Load.State as, @Nullable String why);

  /**
   * Whether a load is open that will see to new records of the object: in that legal entity, or in
   * any for a record that belongs to none yet. Plans hold nobody back.
   */
  boolean holdsBack(SyncObjectName object, @Nullable LegalEntity legalEntity);

  /** Where a stage stands. */
  LoadPlace place(Load load, String stage);

  /** Moves a stage on without other work; see {@link LoadMove}. */
  void move(LoadMove move);

  /** The totals, by name. */
  Map<String, LoadTally.Count> counts(Load load);

  /** What came of opening a load. */
  sealed interface Opening {
    /** It is open, or was noted before. */
    record Noted(Load load) implements Opening {}

    /** Another one is open. */
    record Beside(Load other) implements Opening {}
  }
}

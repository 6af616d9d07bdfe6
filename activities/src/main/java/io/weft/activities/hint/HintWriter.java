package io.weft.activities.hint;

import io.weft.activities.store.Incoming;
import io.weft.activities.store.StoredHint;
import java.util.List;

/** Puts hints into the store; {@code HintStore::accept}, or several callers in one transaction. */
@FunctionalInterface
public interface HintWriter {
  /**
   * Stores the hints and returns them in the order given; all of them or none.
   *
   * @throws io.weft.activities.store.StoreException.Unavailable if the store does not answer
   */
  List<StoredHint> accept(List<Incoming> hints);
}

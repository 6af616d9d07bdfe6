package io.weft.activities.store;

import io.weft.workflows.pass.Hint;
import org.jspecify.annotations.Nullable;

/**
 * A hint on its way into the store.
 *
 * @param digest digest of the row's mapped fields where the messenger brought the row; null if not
 * @param filtered why it is counted but not followed up (object switched off); null to follow it
 */
public record Incoming(Hint hint, @Nullable String digest, @Nullable String filtered) {
  /** A hint to follow up. */
  public static Incoming of(Hint hint) {
    return new Incoming(hint, null, null);
  }
}

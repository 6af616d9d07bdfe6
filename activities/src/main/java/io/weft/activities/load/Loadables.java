package io.weft.activities.load;

import io.weft.activities.mapping.ConflictPolicy;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import org.jspecify.annotations.Nullable;

/** All objects that can be loaded. Thread-safe. */
@FunctionalInterface
public interface Loadables {
  /**
   * An object in a legal entity. The same for the same arguments, because it keeps the code lists
   * of both systems for a while.
   *
   * @param policy who wins where both sides differ and the field itself does not say; null for the
   *     object's own
   * @throws IllegalArgumentException if it cannot be loaded there, saying why
   */
  Loadable of(SyncObjectName object, LegalEntity legalEntity, @Nullable ConflictPolicy policy);
}

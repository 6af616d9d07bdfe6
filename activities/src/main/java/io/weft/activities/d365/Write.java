package io.weft.activities.d365;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One write of a changeset; the same as the single call of its name. */
public sealed interface Write {
  /** See {@link D365Client#create}. */
  record Create(String set, Map<String, Object> body) implements Write {}

  /** See {@link D365Client#update}. */
  record Update(EntityKey key, @Nullable String etag, Map<String, Object> body) implements Write {}

  /** See {@link D365Client#delete}. */
  record Delete(EntityKey key, @Nullable String etag) implements Write {}
}

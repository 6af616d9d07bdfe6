package io.weft.activities.pass;

import io.weft.activities.store.LinkStore.LinkChange;
import org.jspecify.annotations.Nullable;

/** Puts changes of one link together; the later one wins. */
final class LinkChanges {
  private LinkChanges() {}

  static @Nullable LinkChange merge(@Nullable LinkChange first, @Nullable LinkChange then) {
    if (first == null || then == null) {
      return first == null ? then : first;
    }
    return new LinkChange(
        later(first.state(), then.state()),
        later(first.d365Key(), then.d365Key()),
        later(first.partyNumber(), then.partyNumber()),
        later(first.dataverseGuid(), then.dataverseGuid()),
        later(first.addAlias(), then.addAlias()),
        later(first.leading(), then.leading()),
        later(first.heldByUs(), then.heldByUs()),
        later(first.asks(), then.asks()));
  }

  private static <T> @Nullable T later(@Nullable T first, @Nullable T then) {
    return then == null ? first : then;
  }
}

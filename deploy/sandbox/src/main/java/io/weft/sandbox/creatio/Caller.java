package io.weft.sandbox.creatio;

import io.weft.sandbox.Who;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who saves: the name for the journal, and the contact that the saved rows are stamped with.
 *
 * @param person whether this is somebody in the screens rather than an integration
 */
record Caller(String name, UUID contact, boolean person, @Nullable String requestId) {
  Who who() {
    return new Who(name, requestId);
  }
}

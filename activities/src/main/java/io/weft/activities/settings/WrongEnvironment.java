package io.weft.activities.settings;

/** The store belongs to another environment than the settings name; nothing may be written. */
public final class WrongEnvironment extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongEnvironment(String stored, Environment now) {
    super(
        "the store belongs to ["
            + stored
            + "], but the settings name ["
            + now.described()
            + "]. Use the store of that environment or a new one; if the systems were moved and the"
            + " records are the same, start once with WEFT_ACCEPT_ENVIRONMENT="
            + now.fingerprint());
  }
}

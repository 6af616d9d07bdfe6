package io.weft.activities.settings;

import io.weft.activities.store.FactStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The environment that a store belongs to. A store that was made for one pair of systems must never
 * be used with another (a copied database, a changed address): its links and bases would be wrong
 * everywhere, and every record would be written.
 *
 * @param described kind and addresses, without secrets
 */
public record Environment(String described) {
  private static final String FACT = "environment";

  /** The environment that the settings name. */
  public static Environment of(WeftSettings settings) {
    return new Environment(
        "%s; Creatio %s; D365 %s; tenant %s"
            .formatted(
                settings.environment().kind().name().toLowerCase(Locale.ROOT),
                settings.creatio().connection().url(),
                settings.d365().connection().url(),
                settings.d365().tenantId().toLowerCase(Locale.ROOT)));
  }

  /** Sixteen hexadecimal digits, the same for the same environment. */
  public String fingerprint() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(described.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Compares with what the store was made for; a new store remembers this environment.
   *
   * @param accepted the fingerprint of the environment that an admin has moved the store to on
   *     purpose; "" for none
   * @throws WrongEnvironment if the store belongs to another environment
   */
  public void check(FactStore facts, String accepted) {
    String stored = facts.keep(FACT, described);
    if (stored.equals(described)) {
      return;
    }
    if (!accepted.equals(fingerprint())) {
      throw new WrongEnvironment(stored, this);
    }
    facts.replace(FACT, described);
  }
}

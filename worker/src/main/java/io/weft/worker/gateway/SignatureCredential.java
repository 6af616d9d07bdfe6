package io.weft.worker.gateway;

import io.weft.activities.settings.AuthSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An HMAC-SHA256 over message id, time and body, as the Standard Webhooks specification 1.0 has it:
 * headers {@code webhook-id}, {@code webhook-timestamp} and {@code webhook-signature}.
 */
final class SignatureCredential implements Credential {
  private static final String PREFIX = "whsec_";
  private static final String VERSION = "v1,";

  private final byte[] key;
  private final Duration tolerance;
  private final Clock clock;

  SignatureCredential(AuthSettings.StandardWebhooks settings, Clock clock) {
    this.key = key(settings.secret().reveal());
    this.tolerance = settings.tolerance();
    this.clock = clock;
  }

  /** The key behind {@code whsec_} and base64; a secret of another form is taken as it is. */
  private static byte[] key(String secret) {
    if (secret.startsWith(PREFIX)) {
      try {
        return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("a webhook secret must be base64 after " + PREFIX, e);
      }
    }
    return secret.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Verdict judge(WebhookRequest request) {
    Optional<String> signatures = request.header("webhook-signature");
    if (signatures.isEmpty()) {
      return new Verdict.Absent();
    }
    String id = request.header("webhook-id").orElse("");
    String timestamp = request.header("webhook-timestamp").orElse("");
    if (id.isEmpty() || !isNear(timestamp)) {
      return new Verdict.Bad(
          id.isEmpty()
              ? "webhook-id is missing"
              : "webhook-timestamp is not within " + tolerance.toSeconds() + " s of now");
    }
    byte[] wanted = sign(id, timestamp, request.body());
    return isAmong(signatures.get(), wanted)
        ? new Verdict.Good(Optional.of(id))
        : new Verdict.Bad("the signature does not fit body, id and time");
  }

  @Override
  public String expected() {
    return "headers webhook-id, webhook-timestamp and webhook-signature (Standard Webhooks, v1)";
  }

  private boolean isNear(String timestamp) {
    if (!timestamp.matches("\\d{1,12}")) {
      return false;
    }
    Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
    return Duration.between(sent, clock.instant()).abs().compareTo(tolerance) <= 0;
  }

  private byte[] sign(String id, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /** A sender that rotates its key signs with both: any of the signatures will do. */
  private static boolean isAmong(String signatures, byte[] wanted) {
    boolean found = false;
    for (String signature : signatures.split(" ")) {
      if (signature.startsWith(VERSION)) {
        found |= MessageDigest.isEqual(decode(signature.substring(VERSION.length())), wanted);
      }
    }
    return found;
  }

  private static byte[] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}

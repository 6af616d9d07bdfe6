package io.weft.worker.gateway;

import io.weft.activities.settings.AuthSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who may post. One fitting credential of those configured is enough, so that two can overlap while
 * one is rotated. Thread-safe.
 */
final class WebhookAuth {
  private final List<Credential> credentials;
  private final boolean basic;

  WebhookAuth(List<AuthSettings> settings, Clock clock) {
    this.credentials = settings.stream().map(s -> credential(s, clock)).toList();
    this.basic = settings.stream().anyMatch(AuthSettings.Basic.class::isInstance);
  }

  private static Credential credential(AuthSettings settings, Clock clock) {
    if (settings instanceof AuthSettings.ApiKey key) {
      return new ApiKeyCredential(key);
    }
    if (settings instanceof AuthSettings.Basic user) {
      return new BasicCredential(user);
    }
    return new SignatureCredential((AuthSettings.StandardWebhooks) settings, clock);
  }

  /**
   * Lets a request in; returns the id of its message where the proof names one.
   *
   * @throws Stranger saying what was wrong, or what is expected
   */
  Optional<String> admit(WebhookRequest request) {
    List<String> why = new ArrayList<>();
    for (Credential credential : credentials) {
      Credential.Verdict verdict = credential.judge(request);
      if (verdict instanceof Credential.Verdict.Good good) {
        return good.id();
      }
      if (verdict instanceof Credential.Verdict.Bad bad && !why.contains(bad.why())) {
        why.add(bad.why());
      }
    }
    throw new Stranger(
        why.isEmpty() ? "no credentials" : String.join("; ", why), expected(), basic);
  }

  private String expected() {
    return credentials.stream()
        .map(Credential::expected)
        .distinct()
        .collect(Collectors.joining(", or "));
  }

  /** A caller that could not prove itself. */
  static final class Stranger extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String expected;
    private final boolean basic;

    private Stranger(String why, String expected, boolean basic) {
      super(why, null, false, false);
      this.expected = expected;
      this.basic = basic;
    }

    /** What would be accepted, in words. */
    String expected() {
      return expected;
    }

    /** Whether a browser may ask for name and password. */
    boolean basic() {
      return basic;
    }
  }
}

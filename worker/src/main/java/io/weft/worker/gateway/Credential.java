package io.weft.worker.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** One thing that a caller may prove itself with. Thread-safe. */
interface Credential {
  /** What it came to. */
  sealed interface Verdict {
    /** The caller has shown nothing of this kind. */
    record Absent() implements Verdict {}

    /** The caller is who it should be; {@code id} names the message, if its kind of proof does. */
    record Good(Optional<String> id) implements Verdict {}

    /** The caller tried, and failed. */
    record Bad(String why) implements Verdict {}
  }

  /** Judges one request. */
  Verdict judge(WebhookRequest request);

  /** What it expects, for the answer to a stranger; never a secret. */
  String expected();

  /** Compares without telling by the time taken how much of it is right. */
  static boolean same(String shown, String wanted) {
    return MessageDigest.isEqual(
        shown.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
  }
}

package io.weft.activities.settings;

import io.weft.activities.secret.Secret;
import io.weft.activities.yaml.YamlNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One way for a caller of the gateway to prove itself. */
public sealed interface AuthSettings {
  /**
   * A key in a header, or in a query parameter for senders that can set an address only.
   *
   * @param parameter empty: the header alone is looked at
   */
  record ApiKey(Secret key, String header, Optional<String> parameter) implements AuthSettings {}

  /** Name and password as browsers send them. */
  record Basic(String user, Secret password) implements AuthSettings {}

  /**
   * A signature over id, time and body, as Standard Webhooks has it.
   *
   * @param secret as given out, {@code whsec_} and base64
   * @param tolerance how far the caller's clock may be off, and how long an id is remembered
   */
  record StandardWebhooks(Secret secret, Duration tolerance) implements AuthSettings {}

  /** Reads one entry of the list; empty, and noted, if it is none of them. */
  static List<AuthSettings> read(YamlNode node, References references) {
    List<AuthSettings> found = List.of();
    if (node.has("apiKey")) {
      found = List.of(apiKey(node, references));
    } else if (node.has("basic")) {
      found = List.of(basic(node.child("basic"), references));
    } else if (node.has("standardWebhooks")) {
      found = List.of(standardWebhooks(node, references));
    } else {
      node.problem("is no way to sign in", "Write apiKey, basic or standardWebhooks");
    }
    node.done();
    return found;
  }

  private static AuthSettings apiKey(YamlNode node, References references) {
    return new ApiKey(
        references.secret(node, "apiKey"),
        node.text("header", "X-Api-Key"),
        node.optionalText("parameter"));
  }

  private static AuthSettings basic(YamlNode node, References references) {
    Basic basic = new Basic(references.text(node, "user"), references.secret(node, "password"));
    node.done();
    return basic;
  }

  private static AuthSettings standardWebhooks(YamlNode node, References references) {
    return new StandardWebhooks(
        references.secret(node, "standardWebhooks"),
        node.duration("tolerance", Duration.ofMinutes(5)));
  }
}

package io.weft.worker.gateway;

import io.weft.activities.settings.AuthSettings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Name and password (RFC 7617). */
record BasicCredential(AuthSettings.Basic settings) implements Credential {
  private static final String SCHEME = "basic ";

  @Override
  public Verdict judge(WebhookRequest request) {
    Optional<String> shown =
        request
            .header("Authorization")
            .filter(h -> h.toLowerCase(Locale.ROOT).startsWith(SCHEME))
            .map(h -> h.substring(SCHEME.length()).strip());
    if (shown.isEmpty()) {
      return new Verdict.Absent();
    }
    String wanted = settings.user() + ":" + settings.password().reveal();
    return Credential.same(decode(shown.get()), wanted)
        ? new Verdict.Good(Optional.empty())
        : new Verdict.Bad("user name or password is wrong");
  }

  @Override
  public String expected() {
    return "header Authorization with Basic and the user's name and password";
  }

  private static String decode(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}

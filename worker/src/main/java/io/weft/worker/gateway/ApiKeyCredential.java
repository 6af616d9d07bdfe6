package io.weft.worker.gateway;

import io.weft.activities.settings.AuthSettings;
import java.util.Optional;

/** A key in a header, or in a query parameter for senders that can set an address only. */
record ApiKeyCredential(AuthSettings.ApiKey settings) implements Credential {
  @Override
  public Verdict judge(WebhookRequest request) {
    Optional<String> shown =
        request
            .header(settings.header())
            .or(() -> settings.parameter().flatMap(request::parameter));
    if (shown.isEmpty()) {
      return new Verdict.Absent();
    }
    return Credential.same(shown.get(), settings.key().reveal())
        ? new Verdict.Good(Optional.empty())
        : new Verdict.Bad("the API key is not known");
  }

  @Override
  public String expected() {
    String parameter = settings.parameter().map(p -> " or query parameter " + p).orElse("");
    return "header " + settings.header() + parameter + " with the API key";
  }
}

package io.weft.sandbox.creatio;

import io.weft.sandbox.control.Credentials;
import io.weft.sandbox.control.FaultRule;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import java.util.Map;

/** What Creatio answers when a fault strikes. */
final class Failures {
  private static final String ERROR_PAGE =
      "<!DOCTYPE html><html><head><title>Runtime Error</title></head><body>"
          + "<h1>Server Error in '/' Application.</h1></body></html>";

  private final Credentials credentials;

  Failures(Credentials credentials) {
    this.credentials = credentials;
  }

  Answer of(FaultRule rule, Call call) {
    return switch (rule.fault()) {
      case THROTTLE -> throttled().header("Retry-After", retryAfter(rule, 2));
      case THROTTLE_BARE -> throttled();
      case UNAVAILABLE -> unavailable(rule);
      case HTML -> html(rule);
      case ERROR_AFTER_COMMIT ->
          Errors.odata(500, "System.Exception", "Post-insert listener failed");
      case DEADLOCK -> Errors.deadlock();
      case RAM_LIMIT ->
          Errors.odata(
              500,
              "Terrasoft.Common.MemoryLimitException",
              "RAM consumption limit is exceeded while reading the entity collection");
      case TOKEN_REVOKED -> revoked(rule, call);
      case FORBIDDEN -> Errors.noRight("the");
      case REDIRECT ->
          Answer.html(302, "").header("Location", call.base() + "/Login/NuiLogin.aspx");
      default -> Errors.odata(500, "System.Exception", "Something went wrong before saving");
    };
  }

  private static Answer throttled() {
    return Answer.json(429, Map.of("Message", "Too many requests."));
  }

  private static Answer unavailable(FaultRule rule) {
    Answer page = Answer.html(503, "<html><body>Service Unavailable</body></html>");
    return rule.number("retryAfter", -1) < 0
        ? page
        : page.header("Retry-After", retryAfter(rule, 2));
  }

  private static Answer html(FaultRule rule) {
    int status = (int) rule.number("status", 200);
    return status == 200 ? Errors.loginPage(200) : Answer.html(status, ERROR_PAGE);
  }

  private Answer revoked(FaultRule rule, Call call) {
    Credentials.Client client = credentials.holder(CreatioTenant.SYSTEM, call.bearer());
    if (client != null && "true".equals(rule.text("revoke"))) {
      credentials.revoke(CreatioTenant.SYSTEM, client.id());
    }
    return Errors.unauthorized();
  }

  private static String retryAfter(FaultRule rule, long otherwise) {
    return Long.toString(rule.number("retryAfter", otherwise));
  }
}

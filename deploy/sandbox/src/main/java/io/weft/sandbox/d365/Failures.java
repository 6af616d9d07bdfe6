package io.weft.sandbox.d365;

import io.weft.sandbox.control.FaultRule;
import io.weft.sandbox.d365.data.DataEndpoint;
import io.weft.sandbox.d365.data.ErpErrors;
import io.weft.sandbox.d365.dataverse.DataverseEndpoint;
import io.weft.sandbox.d365.dataverse.DataverseErrors;
import io.weft.sandbox.d365.entra.Gatekeeper;
import io.weft.sandbox.d365.entra.TokenEndpoint;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import org.jspecify.annotations.Nullable;

/** What injected faults look like on the three endpoints. */
final class Failures {
  private static final String PAGE =
      """
      <html><head><title>%1$d %2$s</title></head><body><h1>%2$s</h1>
      <p>The environment is not available at this time.</p></body></html>
      """;

  private final ErpErrors errors;
  private final TokenEndpoint tokens;

  Failures(ErpErrors errors, TokenEndpoint tokens) {
    this.errors = errors;
    this.tokens = tokens;
  }

  Answer of(FaultRule rule, Call call) {
    return switch (rule.fault()) {
      case THROTTLE -> throttled(call, rule.number("retryAfterSeconds", 2));
      case THROTTLE_BARE -> throttled(call, null);
      case UNAVAILABLE -> unavailable(rule);
      case HTML -> page((int) rule.number("status", 502));
      case ERROR_BEFORE_COMMIT, ERROR_AFTER_COMMIT -> error(call);
      case DEADLOCK -> errors.write(conflict(call));
      case TOKEN_REVOKED -> Gatekeeper.unauthorized();
      case FORBIDDEN -> Answer.empty(403);
      case REDIRECT ->
          Answer.empty(302).header("Location", "https://login.microsoftonline.com/common/login");
      default -> Answer.empty(500);
    };
  }

  /** Returns the page of a servicing window. */
  static Answer servicing() {
    return page(503);
  }

  Answer throttled(Call call, @Nullable Long seconds) {
    if (isToken(call)) {
      Answer busy = tokens.busy();
      return seconds == null ? busy : busy.header("Retry-After", seconds.toString());
    }
    return isDataverse(call) ? DataverseErrors.throttled(seconds) : errors.throttled(seconds);
  }

  private Answer error(Call call) {
    if (isToken(call)) {
      return tokens.busy();
    }
    return isDataverse(call)
        ? DataverseErrors.of(500, "0x80040216", "An unexpected error occurred.")
        : ErpErrors.body(500, "An unexpected error occurred.", null);
  }

  private static String conflict(Call call) {
    return DataEndpoint.setOf(call).startsWith("SalesOrder")
        ? ErpErrors.updateConflict("SalesOrderHeaderV2Entity", "Sales orders (SalesTable)")
        : ErpErrors.updateConflict("CustCustomerV3Entity", "Customers (CustTable)");
  }

  private static Answer unavailable(FaultRule rule) {
    long seconds = rule.number("retryAfterSeconds", 0);
    Answer answer = page(503);
    return seconds > 0 ? answer.header("Retry-After", Long.toString(seconds)) : answer;
  }

  private static Answer page(int status) {
    String title =
        switch (status) {
          case 502 -> "Bad Gateway";
          case 503 -> "Service Unavailable";
          case 504 -> "Gateway Timeout";
          default -> "Sign in";
        };
    return Answer.html(status, PAGE.formatted(status, title));
  }

  private static boolean isToken(Call call) {
    return call.path().endsWith(TokenEndpoint.PATH);
  }

  private static boolean isDataverse(Call call) {
    return call.path().startsWith(DataverseEndpoint.PATH);
  }
}

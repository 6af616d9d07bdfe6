package io.weft.worker.gateway;

import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answers of the gateway when something is wrong: what it is, where, and what to do. */
final class Answers {
  private static final Logger log = LoggerFactory.getLogger(Answers.class);

  private Answers() {}

  /** Answers what handlers throw. */
  static void install(RoutesConfig routes) {
    routes.exception(BadEvent.class, (e, context) -> malformed(context, e));
    routes.exception(WebhookAuth.Stranger.class, (e, context) -> stranger(context, e));
    routes.exception(
        ContentTooLargeResponse.class,
        (e, context) -> problem(context, 413, "the body is too long", "Send fewer events at once"));
    routes.exception(HttpResponseException.class, (e, context) -> plain(context, e));
    routes.exception(Exception.class, (e, context) -> broken(context, e));
  }

  static void tooLarge(Context context, int limit) {
    problem(
        context, 413, "the body is longer than " + limit + " bytes", "Send fewer events at once");
  }

  static void unavailable(Context context, String what, Duration retryAfter) {
    context.header("Retry-After", Long.toString(retryAfter.toSeconds()));
    problem(context, 503, what, "Send the same again in " + retryAfter.toSeconds() + " s");
  }

  private static void malformed(Context context, BadEvent e) {
    Map<String, Object> answer = answer(e.what(), e.remedy());
    answer.put("at", e.place());
    context.status(400).json(answer);
  }

  private static void stranger(Context context, WebhookAuth.Stranger e) {
    if (e.basic()) {
      context.header("WWW-Authenticate", "Basic realm=\"weft\", charset=\"UTF-8\"");
    }
    problem(context, 401, String.valueOf(e.getMessage()), "Send " + e.expected());
  }

  private static void plain(Context context, HttpResponseException e) {
    problem(context, e.getStatus(), String.valueOf(e.getMessage()), "See the documentation");
  }

  private static void broken(Context context, Exception e) {
    log.atError().addKeyValue("path", context.path()).setCause(e).log("Request failed");
    problem(context, 500, "the gateway failed", "Send the same again, and look into its log");
  }

  private static void problem(Context context, int status, String what, String remedy) {
    context.status(status).json(answer(what, remedy));
  }

  private static Map<String, Object> answer(String what, String remedy) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("error", what);
    answer.put("remedy", remedy);
    return answer;
  }
}

package io.weft.sandbox;

import io.javalin.http.Context;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;

/** Turns the server's requests into calls, and answers into bytes or a closed connection. */
final class Wire {
  private Wire() {}

  static Call call(Context context) {
    HttpServletRequest request = context.req();
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
    }
    return new Call(
        request.getMethod(),
        Call.decodePath(request.getRequestURI()),
        Call.pairs(request.getQueryString()),
        headers,
        context.bodyAsBytes(),
        base(request, headers.get("host")));
  }

  static void send(Context context, Answer answer) throws IOException {
    switch (answer.ending()) {
      case NONE -> hangUp(context);
      case TRUNCATED -> cutOff(context, answer);
      case WHOLE -> sendAll(context, answer);
    }
  }

  private static void sendAll(Context context, Answer answer) {
    context.status(answer.status());
    answer.headers().forEach((name, value) -> header(context, name, value));
    if (answer.body().length > 0) {
      context.result(answer.body());
    }
  }

  private static void header(Context context, String name, String value) {
    String[] lines = value.split("\n");
    context.res().setHeader(name, lines[0]);
    for (int i = 1; i < lines.length; i++) {
      context.res().addHeader(name, lines[i]);
    }
  }

  // Half of an empty body would be a whole answer.
  private static void cutOff(Context context, Answer answer) throws IOException {
    if (answer.body().length > 0) {
      sendHalf(context, answer);
    }
    hangUp(context);
  }

  private static void sendHalf(Context context, Answer answer) throws IOException {
    context.res().setStatus(answer.status());
    answer.headers().forEach(context.res()::setHeader);
    context.res().setContentLength(answer.body().length);
    OutputStream out = context.res().getOutputStream();
    out.write(answer.body(), 0, answer.body().length / 2);
    out.flush();
  }

  private static void hangUp(Context context) {
    ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }

  private static String base(HttpServletRequest request, @Nullable String host) {
    String authority = host == null ? "127.0.0.1:" + request.getServerPort() : host;
    return request.getScheme() + "://" + authority;
  }
}

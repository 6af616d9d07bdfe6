package io.weft.sandbox.creatio;

import io.weft.sandbox.control.Credentials;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tokens for integrations, and cookies for users with a password. */
final class SignIn {
  /** The password of every person. */
  static final String PASSWORD = "sandbox";

  private record Session(String user, String csrf) {}

  private final Credentials credentials;
  private final Users users;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  SignIn(Credentials credentials, Users users) {
    this.credentials = credentials;
    this.users = users;
  }

  /** Hands out a token for client credentials. */
  Answer token(Call call) {
    Map<String, String> form = call.form();
    if (!"client_credentials".equals(form.get("grant_type"))) {
      return Answer.json(400, Map.of("error", "unsupported_grant_type"));
    }
    Credentials.Client client =
        credentials.find(CreatioTenant.SYSTEM, form.getOrDefault("client_id", ""));
    if (client == null || !client.secrets().contains(form.get("client_secret"))) {
      return Answer.json(400, Map.of("error", "invalid_client"));
    }
    Duration lifetime = credentials.lifetime(CreatioTenant.SYSTEM);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("access_token", credentials.issue(client));
    body.put("expires_in", lifetime.toSeconds());
    body.put("token_type", "Bearer");
    body.put("scope", "ApplicationAccess_9b1f0c2d3e4f5061728394a5b6c7d8e9");
    return Answer.json(200, body).header("Cache-Control", "no-store");
  }

  /** Where the token endpoint is, as identity servers say it. */
  static Answer discovery(Call call) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("issuer", call.base());
    body.put("token_endpoint", call.base() + "/connect/token");
    return Answer.json(200, body);
  }

  /** Signs a person in with a password; a refusal is a 200 as well. */
  Answer login(Call call) {
    Map<String, @Nullable Object> body = call.json();
    String user = String.valueOf(body.get("UserName"));
    boolean person = users.find(user) != null && !user.equals(Users.TECHNICAL);
    if (!person || !PASSWORD.equals(body.get("UserPassword"))) {
      return result(1, "Incorrect user name or password or your account is inactive.");
    }
    String cookie = UUID.randomUUID().toString().replace("-", "");
    Session session = new Session(user, "Qx7/" + cookie.substring(0, 12) + "=");
    sessions.put(cookie, session);
    return result(0, "")
        .cookie("BPMLOADER=" + cookie + "; path=/; HttpOnly")
        .cookie(".ASPXAUTH=" + cookie + "; path=/; HttpOnly")
        .cookie("BPMCSRF=" + encoded(session.csrf()) + "; path=/")
        .cookie("UserName=" + encoded(user) + "; path=/; HttpOnly");
  }

  /** Returns who calls; null without a valid token or cookie, refuses a cookie without CSRF. */
  @Nullable Caller caller(Call call) {
    Credentials.Client client = credentials.holder(CreatioTenant.SYSTEM, call.bearer());
    if (client != null) {
      return new Caller(client.id(), users.hire(client.user()), false, call.requestId());
    }
    Session session = session(call);
    if (session == null) {
      return null;
    }
    if (!session.csrf().equals(call.header("BPMCSRF"))) {
      throw new Refusal(Answer.html(403, "<html><body>403 - Forbidden</body></html>"));
    }
    return new Caller(session.user(), users.hire(session.user()), false, call.requestId());
  }

  /** Returns the name for counters. */
  String name(Call call) {
    Credentials.Client client = credentials.holder(CreatioTenant.SYSTEM, call.bearer());
    Session session = client == null ? session(call) : null;
    return client != null ? client.id() : session != null ? session.user() : "anonymous";
  }

  void forgetSessions() {
    sessions.clear();
  }

  private @Nullable Session session(Call call) {
    String header = call.header("cookie");
    if (header == null) {
      return null;
    }
    for (String cookie : header.split(";\\s*")) {
      if (cookie.startsWith(".ASPXAUTH=")) {
        return sessions.get(cookie.substring(".ASPXAUTH=".length()));
      }
    }
    return null;
  }

  private static Answer result(int code, String message) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("Code", code);
    body.put("Message", message);
    body.put("Exception", null);
    body.put("PasswordChangeUrl", null);
    body.put("RedirectUrl", null);
    return Answer.json(200, body);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

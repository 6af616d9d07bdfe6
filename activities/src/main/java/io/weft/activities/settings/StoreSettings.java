package io.weft.activities.settings;

import io.weft.activities.secret.Secret;
import io.weft.activities.secret.Secrets;
import io.weft.activities.yaml.YamlNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where Weft keeps its memory.
 *
 * @param url a JDBC address of SQLite or PostgreSQL; {@code WEFT_DB_URL} wins over the file
 * @param user null where the address says it, and for SQLite
 * @param password null where there is none
 */
public record StoreSettings(String url, @Nullable String user, @Nullable Secret password) {
  private static final String STANDARD = "jdbc:sqlite:weft.db";

  static StoreSettings read(YamlNode node, @Nullable String override, References references) {
    String url = override != null ? override : references.text(node, "url", STANDARD);
    boolean noted = url.isEmpty() && Secrets.isReference(node.text("url", ""));
    if (!noted && !url.startsWith("jdbc:sqlite:") && !url.startsWith("jdbc:postgresql:")) {
      // The address may carry a password, so it is not repeated.
      String whose = override != null ? "in WEFT_DB_URL " : "";
      node.problem(
          whose + "names no database that Weft knows",
          "Write jdbc:sqlite:<file> or jdbc:postgresql://<host>/<database>");
    }
    if (url.startsWith("jdbc:sqlite:") && (node.has("user") || node.has("password"))) {
      node.problem("names a user, which a file has not", "Leave user and password out");
    }
    StoreSettings settings =
        new StoreSettings(
            url,
            node.has("user") ? references.text(node, "user") : null,
            references.optionalSecret(node, "password"));
    node.done();
    return settings;
  }

  /** The address with user and password in it, as the driver wants it; not to be logged. */
  public Secret jdbcUrl() {
    StringBuilder full = new StringBuilder(url);
    append(full, "user", user);
    append(full, "password", password == null ? null : password.reveal());
    return Secret.of(full.toString());
  }

  private static void append(StringBuilder url, String name, @Nullable String value) {
    if (value != null) {
      url.append(url.indexOf("?") < 0 ? '?' : '&').append(name).append('=');
      url.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  /** Never shows what the address may carry. */
  @Override
  public String toString() {
    return "StoreSettings[" + url.replaceFirst("\\?.*", "") + "]";
  }
}

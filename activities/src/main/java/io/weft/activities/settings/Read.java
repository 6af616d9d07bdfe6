package io.weft.activities.settings;

import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Kinds of value that several settings share. Like the node's own getters, none of them throws. */
final class Read {
  private static final Pattern GUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  private Read() {}

  /** An address without a slash at its end; host in lower case, as tokens are compared with it. */
  static String url(YamlNode node, String key, References references) {
    return checkedUrl(node.child(key), references.text(node, key));
  }

  static String url(YamlNode node, String key, String otherwise, References references) {
    return node.has(key) ? url(node, key, references) : otherwise;
  }

  private static String checkedUrl(YamlNode value, String text) {
    if (text.isEmpty()) {
      return "https://missing.invalid"; // noted already
    }
    try {
      URI uri = new URI(text.strip());
      if (uri.getHost() != null && isHttp(uri) && uri.getUserInfo() == null) {
        return normal(uri);
      }
    } catch (URISyntaxException e) {
      // noted below
    }
    value.problem("is no address", "Write for example https://acme.creatio.com");
    return "https://missing.invalid";
  }

  private static boolean isHttp(URI uri) {
    String scheme = uri.getScheme();
    return scheme != null && (scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"));
  }

  private static String normal(URI uri) {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
    String head = uri.getScheme() + "://" + uri.getHost();
    return head.toLowerCase(Locale.ROOT) + port + path;
  }

  /** A name such as {@code Europe/Berlin}. */
  static ZoneId zone(YamlNode node, String key, ZoneId otherwise) {
    if (!node.has(key)) {
      return otherwise;
    }
    try {
      return ZoneId.of(node.text(key));
    } catch (DateTimeException e) {
      node.child(key).problem("is no time zone", "Write for example Europe/Berlin or UTC");
      return ZoneOffset.UTC;
    }
  }

  /** A legal entity by its id; empty, and noted, if it cannot be one. */
  static Optional<LegalEntity> legalEntity(YamlNode at, String id) {
    try {
      return Optional.of(new LegalEntity(id));
    } catch (IllegalArgumentException e) {
      at.problem("is no legal entity", "Write the dataAreaId, one to four letters or digits");
      return Optional.empty();
    }
  }

  /** An id of Creatio in lower case under a key; empty if the key is missing. */
  static Optional<String> guid(YamlNode node, String key) {
    return node.optionalText(key).flatMap(text -> guid(text, node.child(key)));
  }

  /** An id of Creatio in lower case; empty, and noted at the node, if it cannot be one. */
  static Optional<String> guid(String text, YamlNode at) {
    String id = text.strip().toLowerCase(Locale.ROOT);
    if (GUID.matcher(id).matches()) {
      return Optional.of(id);
    }
    at.problem("is no id of Creatio", "Write it as 8-4-4-4-12 hexadecimal digits");
    return Optional.empty();
  }

  /** A currency by its three letters. */
  static String currency(YamlNode node, String key) {
    String code = node.text(key);
    if (!code.isEmpty() && !CURRENCY.matcher(code).matches()) {
      node.child(key).problem("is no currency code", "Write three capital letters, such as EUR");
    }
    return code;
  }

  /** An amount of money of zero or more. */
  static BigDecimal amount(YamlNode node, String key, BigDecimal otherwise) {
    if (!node.has(key)) {
      return otherwise;
    }
    try {
      BigDecimal amount = new BigDecimal(node.text(key).strip());
      if (amount.signum() >= 0) {
        return amount;
      }
    } catch (NumberFormatException e) {
      // noted below, like one below zero
    }
    node.child(key).problem("is no amount", "Write for example 0.05");
    return otherwise;
  }

  /** A whole number of zero or more. */
  static int count(YamlNode node, String key, int otherwise) {
    return node.optionalText(key).map(String::strip).orElse("").equals("0")
        ? 0
        : node.positiveInt(key, otherwise);
  }
}

package io.weft.sandbox.d365.event;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where events go, and which.
 *
 * @param url the receiver's address; empty sends nothing
 * @param headers what each request carries: a key, or Basic credentials
 * @param sets entity sets whose changes are told; empty for all
 * @param companies companies whose changes are told; empty for all
 */
public record EventTarget(
    String url, Map<String, String> headers, List<String> sets, List<String> companies) {
  /** No receiver. */
  static final EventTarget NONE = new EventTarget("", Map.of(), List.of("CustomersV3"), List.of());

  public EventTarget {
    headers = new LinkedHashMap<>(headers);
    sets = List.copyOf(sets);
    companies = List.copyOf(companies);
  }

  /**
   * Reads {@code url}, {@code header} and {@code key}, {@code user} and {@code password}, {@code
   * sets}, {@code companies}.
   */
  public static EventTarget of(Map<String, @Nullable Object> json) {
    Map<String, String> headers = new LinkedHashMap<>();
    Object key = json.get("key");
    if (key != null) {
      Object header = json.get("header");
      headers.put(header == null ? "X-Api-Key" : header.toString(), key.toString());
    }
    Object user = json.get("user");
    if (user != null) {
      String pair = user + ":" + json.get("password");
      byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
      headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    Object url = json.get("url");
    return new EventTarget(
        url == null ? "" : url.toString(),
        headers,
        json.containsKey("sets") ? texts(json.get("sets")) : NONE.sets(),
        texts(json.get("companies")));
  }

  boolean wants(String set, String company) {
    return !url.isEmpty()
        && (sets.isEmpty() || sets.contains(set))
        && (companies.isEmpty() || company.isEmpty() || companies.contains(company));
  }

  private static List<String> texts(@Nullable Object list) {
    return list instanceof List<?> items ? items.stream().map(String::valueOf).toList() : List.of();
  }
}

package io.weft.activities.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why two records are, or may be, the same.
 *
 * @param kinds kinds of evidence in kebab case, the strongest first
 * @param agreements what they share, in words
 * @param contradictions what speaks against it, in words; "" if nothing does
 */
public record Proof(List<String> kinds, String agreements, String contradictions) {
  /** Nothing was compared. */
  public static final Proof NONE = new Proof(List.of(), "", "");

  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  public Proof {
    kinds = List.copyOf(kinds);
  }

  /** The same, with more that speaks against it. */
  Proof but(String contradiction) {
    String all = contradictions.isEmpty() ? contradiction : contradictions + "; " + contradiction;
    return new Proof(kinds, agreements, all);
  }

  /** As the store keeps it. */
  String text() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a proof is a plain record", e);
    }
  }

  /** Reads what {@link #text} wrote; null is {@link #NONE}. */
  static Proof read(@Nullable String text) {
    if (text == null) {
      return NONE;
    }
    try {
      return JSON.readValue(text, Proof.class);
    } catch (JsonProcessingException e) {
      e.clearLocation(); // the location quotes the value
      throw new IllegalArgumentException("no proof of a match can be read", e);
    }
  }
}

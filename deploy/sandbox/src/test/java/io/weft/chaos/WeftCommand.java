package io.weft.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.cli.Weft;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code weft}, as an admin would type it, with JSON for an answer. */
final class WeftCommand {
  private final Map<String, String> environment;

  WeftCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Runs one command; throws if it does not end well. */
  JsonNode run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--output", "json", "--timeout", "60"));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Weft.Outside outside =
        Weft.Outside.embedded(environment, new PrintWriter(out), new PrintWriter(err));
    int code = Weft.run(outside, all.toArray(String[]::new));
    if (code != 0) {
      throw new IllegalStateException("weft " + all + " ended with " + code + ": " + out + err);
    }
    return json(out.toString());
  }

  private static JsonNode json(String text) {
    try {
      return Http.JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }
}

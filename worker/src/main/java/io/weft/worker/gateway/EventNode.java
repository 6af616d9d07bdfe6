package io.weft.worker.gateway;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One JSON object of a request, which knows its place in it. */
record EventNode(String place, JsonNode json) {
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  /**
   * The events of a body: the objects of an array, or a single one.
   *
   * @throws BadEvent if the body is neither, or holds more than the given number
   */
  static List<EventNode> parse(String body, int max) {
    JsonNode root = tree(body);
    if (root.isObject()) {
      return List.of(new EventNode("$", root));
    }
    if (!root.isArray()) {
      throw new BadEvent(
          "$", "neither an object nor an array", "Send one event or an array of them");
    }
    if (root.size() > max) {
      throw BadEvent.at("$", root.size() + " events", "are too many", "Send at most " + max);
    }
    List<EventNode> events = new ArrayList<>();
    for (JsonNode item : root) {
      events.add(new EventNode("$[" + events.size() + "]", item).requireObject());
    }
    return events;
  }

  private static JsonNode tree(String body) {
    try {
      JsonNode root = JSON.readTree(body);
      if (root == null || root.isMissingNode()) {
        throw new BadEvent("$", "the body is empty", "Send one event as JSON");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new BadEvent(where(e.getLocation()), "no valid JSON", "Send one event as JSON");
    }
  }

  private static String where(@Nullable JsonLocation at) {
    return at == null ? "$" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private EventNode requireObject() {
    if (!json.isObject()) {
      throw new BadEvent(place, "no object", "Send each event as an object");
    }
    return this;
  }

  /** A text or number as text; empty where it is missing, null or blank. */
  Optional<String> optional(String name) {
    JsonNode value = json.path(name);
    if (value.isContainerNode()) {
      throw new BadEvent(at(name), "no single value", "Send a text");
    }
    String text = value.isMissingNode() || value.isNull() ? "" : value.asText().strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** A text or number as text. */
  String text(String name) {
    return optional(name)
        .orElseThrow(() -> new BadEvent(at(name), "missing", "Send " + name + " as a text"));
  }

  /** A nested object; one without members where it is missing. */
  EventNode child(String name) {
    return new EventNode(at(name), json.path(name));
  }

  /** The members of a nested array; none where it is missing. */
  List<EventNode> items(String name) {
    List<EventNode> items = new ArrayList<>();
    for (JsonNode item : json.path(name)) {
      items.add(new EventNode(at(name) + "[" + items.size() + "]", item));
    }
    return items;
  }

  String at(String name) {
    return place + "." + name;
  }
}

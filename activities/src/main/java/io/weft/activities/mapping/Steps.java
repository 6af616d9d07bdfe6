package io.weft.activities.mapping;

import io.weft.activities.yaml.Nearest;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.Both;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the plain transforms of a rule: {@code transform} for both ways, {@code toD365} and {@code
 * toCreatio} for one; {@code round} and {@code day} for numbers and moments.
 */
final class Steps {
  private Steps() {}

  static Both<Transform> read(YamlNode block) {
    Transform shared = typed(block, named(block, "transform"));
    Transform toCreatio = join(shared, named(block, "toCreatio"));
    Transform toD365 = join(shared, named(block, "toD365"));
    return new Both<>(toCreatio, toD365);
  }

  private static Transform named(YamlNode block, String key) {
    List<String> names = new ArrayList<>();
    for (YamlNode node : block.list(key)) {
      String name = node.text();
      if (Transforms.names().contains(name)) {
        names.add(name);
      } else if (!name.isEmpty()) {
        node.problem("is no transform", Nearest.hint(name, Transforms.names()));
      }
    }
    return Transforms.steps(names);
  }

  private static Transform typed(YamlNode block, Transform before) {
    Transform all = before;
    if (block.has("round")) {
      all = join(all, Transforms.round(block.positiveInt("round", 2)));
    }
    if (block.has("day")) {
      all = join(all, Transforms.date(zone(block.child("day"))));
    }
    return all;
  }

  private static ZoneId zone(YamlNode node) {
    try {
      return ZoneId.of(node.text());
    } catch (DateTimeException e) {
      node.problem("is no time zone", "Write for example Europe/Berlin");
      return ZoneId.of("UTC");
    }
  }

  private static Transform join(Transform first, Transform second) {
    if (first.equals(Transform.NONE)) {
      return second;
    }
    return second.equals(Transform.NONE) ? first : Transforms.then(first, second);
  }
}

package io.weft.activities.settings;

import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The legal entities that Weft looks after, the leading one first. Never empty once read. */
public record LegalEntities(Map<LegalEntity, One> all) {
  /** Stands for the legal entities where the file names none, so that reading can go on. */
  private static final LegalEntity MISSING = new LegalEntity("none");

  public LegalEntities {
    all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
  }

  /**
   * One legal entity.
   *
   * @param name what people call it
   * @param timeZone whose days its dates are
   * @param currency its accounting currency
   * @param leading whether it speaks for what all legal entities share
   */
  public record One(
      LegalEntity id, String name, ZoneId timeZone, String currency, boolean leading) {
    static One read(LegalEntity id, YamlNode node) {
      One one =
          new One(
              id,
              node.text("name", id.id()),
              Read.zone(node, "timeZone", ZoneOffset.UTC),
              Read.currency(node, "currency"),
              node.flag("leading", false));
      node.done();
      return one;
    }
  }

  static LegalEntities read(YamlNode node) {
    Map<LegalEntity, One> found = new LinkedHashMap<>();
    node.entries()
        .forEach(
            (id, child) ->
                Read.legalEntity(child, id).ifPresent(le -> found.put(le, One.read(le, child))));
    if (found.isEmpty()) {
      node.problem(
          "names no legal entity", "Write for example legalEntities: {usmf: {currency: USD}}");
      found.put(MISSING, new One(MISSING, "none", ZoneOffset.UTC, "", true));
    }
    return leadingFirst(node, found);
  }

  private static LegalEntities leadingFirst(YamlNode node, Map<LegalEntity, One> found) {
    List<One> leading = found.values().stream().filter(One::leading).toList();
    if (leading.size() > 1) {
      node.problem("has more than one leading legal entity", "Write leading: true only once");
    }
    Optional<One> first =
        leading.stream().findFirst().or(() -> found.values().stream().findFirst());
    Map<LegalEntity, One> sorted = new LinkedHashMap<>();
    first.ifPresent(one -> sorted.put(one.id(), as(one, true)));
    found.values().forEach(one -> sorted.putIfAbsent(one.id(), as(one, false)));
    return new LegalEntities(sorted);
  }

  private static One as(One one, boolean leading) {
    return new One(one.id(), one.name(), one.timeZone(), one.currency(), leading);
  }

  /** The ids, the leading one first. */
  public List<LegalEntity> ids() {
    return new ArrayList<>(all.keySet());
  }

  /** The legal entity that speaks for what all share. */
  public LegalEntity leading() {
    return all.keySet().iterator().next();
  }

  /** What is known of one; throws IllegalArgumentException if it is not configured. */
  public One of(LegalEntity legalEntity) {
    One one = all.get(legalEntity);
    if (one == null) {
      throw new IllegalArgumentException(
          "legal entity '" + legalEntity + "' is not configured: expected one of " + all.keySet());
    }
    return one;
  }

  /** Whether it is configured; where none is, that alone is the problem. */
  boolean knows(LegalEntity legalEntity) {
    return all.containsKey(legalEntity) || all.containsKey(MISSING);
  }

  /** The configured legal entity of that id; empty, and noted, if there is none. */
  Optional<LegalEntity> find(YamlNode at, String id) {
    Optional<LegalEntity> found = Read.legalEntity(at, id);
    if (found.isPresent() && !knows(found.get())) {
      at.problem("names a legal entity that is not configured", "Use one of " + all.keySet());
      return Optional.empty();
    }
    return found;
  }
}

package io.weft.activities.mapping;

import io.weft.activities.yaml.ConfigErrors;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The mapping of one sync object for every legal entity: the shipped one, what the installation
 * changed everywhere, and what it changed for single legal entities.
 *
 * @param everywhere what holds for a legal entity without changes of its own
 */
public record Mappings(Mapping everywhere, Map<LegalEntity, Mapping> byLegalEntity) {
  public Mappings {
    byLegalEntity = Collections.unmodifiableMap(new LinkedHashMap<>(byLegalEntity));
  }

  /** The mapping that holds in a legal entity. */
  public Mapping of(LegalEntity legalEntity) {
    return byLegalEntity.getOrDefault(legalEntity, everywhere);
  }

  /**
   * The mapping that ships with the product, with custom columns under this prefix in place of
   * {@code Usr}.
   *
   * @throws IllegalStateException if the product holds none, or one with problems
   */
  public static Mapping shipped(SyncObjectName object, String prefix) {
    String file = "mappings/" + object.slug() + ".yaml";
    ConfigErrors errors = new ConfigErrors();
    Mapping mapping = MappingFile.read(file, resource(file), errors);
    if (!errors.isEmpty()) {
      throw new IllegalStateException(errors.render());
    }
    return Prefixes.put(mapping, prefix);
  }

  /** Whether the product ships a mapping for an object: whether it can be kept in step at all. */
  public static boolean ships(SyncObjectName object) {
    return Mappings.class.getResource("/mappings/" + object.slug() + ".yaml") != null;
  }

  private static String resource(String file) {
    try (InputStream in = Mappings.class.getResourceAsStream("/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the product holds no " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A mapping without changes. */
  public static Mappings of(Mapping mapping) {
    return new Mappings(mapping, Map.of());
  }

  /**
   * Reads an installation's changes to a mapping: {@code object}, {@code version}, {@code
   * everywhere} and {@code legalEntities}, each with {@code policy}, {@code fields} (changes by
   * rule id) and, everywhere only, {@code add} (further rules). Problems go to the errors.
   */
  public static Mappings read(Mapping shipped, String file, String text, ConfigErrors errors) {
    YamlNode root = YamlNode.parse(file, text, errors);
    if (MappingFile.object(root) != shipped.object()) {
      root.child("object").problem("is another object", "Write " + shipped.object());
    }
    YamlNode all = root.child("everywhere");
    Mapping common = Overrides.apply(shipped, all);
    common = Overrides.add(common, all.child("add"));
    all.done();
    Mapping everywhere = common.with(root.positiveInt("version", shipped.version()));
    Map<LegalEntity, Mapping> single = new LinkedHashMap<>();
    root.child("legalEntities").entries().forEach((id, node) -> put(single, id, everywhere, node));
    root.done();
    return new Mappings(everywhere, single);
  }

  private static void put(
      Map<LegalEntity, Mapping> single, String id, Mapping everywhere, YamlNode node) {
    try {
      LegalEntity legalEntity = new LegalEntity(id);
      single.put(legalEntity, Overrides.apply(everywhere, node));
    } catch (IllegalArgumentException e) {
      node.problem("is no legal entity", "Write its dataAreaId, for example usmf");
    }
    node.done();
  }
}

package io.weft.activities.merge;

import io.weft.activities.mapping.Conduct;
import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.Conversion;
import io.weft.activities.mapping.Direction;
import io.weft.activities.mapping.Drift;
import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.LookUps;
import io.weft.activities.mapping.MapLookUps;
import io.weft.activities.mapping.Reference;
import io.weft.activities.mapping.Slot;
import io.weft.activities.mapping.Span;
import io.weft.activities.mapping.Transform;
import io.weft.activities.mapping.Transforms;
import io.weft.activities.mapping.ValueMap;
import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.record.Both;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every kind of field rule, with the few values that make their cases meet. */
final class MergePool {
  /** A rule with values that may stand on each side. */
  record Kind(FieldRule rule, List<Value> creatio, List<Value> d365) {}

  static final LookUps LOOK_UPS =
      new MapLookUps(
          Map.of(
              "Country",
              List.of(
                  country("c1", "DE", "Germany"),
                  country("c2", "FR", "France"),
                  country("c3", "", "Nowhere"),
                  country("c4", "FR", "France again"))),
          Map.of());

  static final List<Kind> KINDS = kinds();

  /** Kinds that read the same from both sides. */
  static final List<Kind> SYMMETRIC = KINDS.stream().filter(MergePool::symmetric).toList();

  private static int next;

  private MergePool() {}

  private static LookUps.Entry country(String id, String code, String name) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("Alpha2Code", code);
    columns.put("Name", name);
    return new LookUps.Entry(id, columns);
  }

  private static List<Kind> kinds() {
    List<Kind> all = new ArrayList<>();
    all.add(texts(Direction.BOTH, null, null, Drift.KEEP, Conversion.NONE));
    all.add(texts(Direction.BOTH, ConflictPolicy.ASK, null, Drift.KEEP, Conversion.NONE));
    all.add(texts(Direction.BOTH, ConflictPolicy.CREATIO_WINS, null, Drift.KEEP, both("trim")));
    all.add(texts(Direction.BOTH, ConflictPolicy.D365_WINS, null, Drift.KEEP, toD365("upper")));
    all.add(texts(Direction.BOTH, ConflictPolicy.NEWEST_WINS, ConflictPolicy.ASK, Drift.KEEP));
    all.add(texts(Direction.BOTH, null, ConflictPolicy.D365_WINS, Drift.KEEP));
    all.add(codes(ConflictPolicy.NEWEST_WINS, false));
    all.add(codes(null, true));
    all.add(texts(Direction.TO_D365, null, null, Drift.KEEP));
    all.add(texts(Direction.TO_D365, null, null, Drift.RESTORE));
    all.add(texts(Direction.TO_CREATIO, null, null, Drift.KEEP));
    all.add(texts(Direction.TO_CREATIO, null, null, Drift.RESTORE));
    all.add(limited(Direction.BOTH, false, true));
    all.add(limited(Direction.TO_D365, true, true));
    all.add(limited(Direction.BOTH, true, false));
    all.add(typed(Type.DECIMAL, "0", "1.50", "2"));
    all.add(typed(Type.BOOLEAN, "true", "false"));
    all.add(typed(Type.EMAIL, "a@x.org", "b@x.org"));
    all.add(country());
    all.add(defaulted());
    all.add(multiline());
    all.add(derived(all.get(0).rule(), all.get(10).rule()));
    return List.copyOf(all);
  }

  private static boolean symmetric(Kind kind) {
    Conversion how = kind.rule().conversion();
    return how.values() == null && how.reference() == null && !kind.rule().derived();
  }

  private static Kind texts(
      Direction direction,
      @Nullable ConflictPolicy policy,
      @Nullable ConflictPolicy first,
      Drift drift) {
    return texts(direction, policy, first, drift, Conversion.NONE);
  }

  private static Kind texts(
      Direction direction,
      @Nullable ConflictPolicy policy,
      @Nullable ConflictPolicy first,
      Drift drift,
      Conversion conversion) {
    Conduct conduct = new Conduct(policy, first, drift, Span.EVERY, false, false);
    List<Value> values = values(Type.STRING, "a", "A", "b ", "b");
    return kind(
        slot("C", Type.STRING), slot("D", Type.STRING), direction, conversion, conduct, values);
  }

  private static Kind codes(@Nullable ConflictPolicy policy, boolean pass) {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("A", "1");
    map.put("B", "1");
    map.put("C", "2");
    Conversion conversion = Conversion.NONE.with(new ValueMap(map, pass));
    Conduct conduct = new Conduct(policy, null, Drift.KEEP, Span.EVERY, false, pass);
    Kind kind =
        kind(
            slot("C", Type.CODE),
            slot("D", Type.CODE),
            Direction.BOTH,
            conversion,
            conduct,
            values(Type.CODE, "A", "B", "C", "X"));
    return new Kind(kind.rule(), kind.creatio(), values(Type.CODE, "1", "2", "9"));
  }

  private static Kind limited(Direction direction, boolean truncate, boolean required) {
    Conduct conduct = new Conduct(null, null, Drift.KEEP, Span.EVERY, truncate, false);
    Slot d365 = new Slot("D" + ++next, Type.STRING, 3, false, required, null);
    Slot creatio = new Slot("C" + next, Type.STRING, 0, false, required, null);
    Both<Slot> slots = new Both<>(creatio, d365);
    FieldRule rule = new FieldRule("r" + next, slots, direction, Conversion.NONE, conduct);
    return new Kind(
        rule, values(Type.STRING, "a", "abcd", "abce"), values(Type.STRING, "a", "abc", "b"));
  }

  private static Kind typed(Type type, String... texts) {
    return kind(
        slot("C", type),
        slot("D", type),
        Direction.BOTH,
        Conversion.NONE,
        Conduct.standard(Direction.BOTH),
        values(type, texts));
  }

  private static Kind country() {
    Conversion conversion =
        Conversion.NONE.with(new Reference("Country", List.of("Alpha2Code"), Reference.Form.ISO3));
    Kind kind =
        kind(
            slot("C", Type.REFERENCE),
            slot("D", Type.CODE),
            Direction.BOTH,
            conversion,
            Conduct.standard(Direction.BOTH),
            values(Type.REFERENCE, "c1", "c2", "c3", "c9"));
    return new Kind(kind.rule(), kind.creatio(), values(Type.CODE, "DEU", "FRA", "ITA"));
  }

  private static Kind defaulted() {
    return kind(
        slot("C", Type.STRING),
        slot("D", Type.STRING),
        Direction.BOTH,
        Conversion.NONE.withDefaults(Values.ABSENT, new Value.Text("std")),
        Conduct.standard(Direction.BOTH),
        values(Type.STRING, "a", "std"));
  }

  private static Kind multiline() {
    Slot creatio = new Slot("C" + ++next, Type.STRING, 0, true, false, null);
    Both<Slot> slots = new Both<>(creatio, numbered(slot("D", Type.STRING)));
    FieldRule rule =
        new FieldRule(
            "r" + next, slots, Direction.BOTH, Conversion.NONE, Conduct.standard(Direction.BOTH));
    return new Kind(
        rule, values(Type.STRING, "a", "x\ny", "x\r\ny"), values(Type.STRING, "a", "b"));
  }

  private static Kind derived(FieldRule first, FieldRule second) {
    String pattern = "{" + first.slots().creatio().name() + "} {" + name(second) + "}";
    Slot none = Slot.of("=r" + ++next, Type.STRING);
    FieldRule rule =
        new FieldRule(
            "r" + next,
            new Both<>(none, numbered(slot("D", Type.STRING))),
            Direction.TO_D365,
            Conversion.NONE.with(new Both<>(Transform.NONE, Transforms.concat(pattern))),
            Conduct.standard(Direction.TO_D365));
    return new Kind(rule, values(Type.STRING, "a", "A b"), values(Type.STRING, "a", "A b"));
  }

  private static String name(FieldRule rule) {
    return rule.slots().creatio().name();
  }

  private static Kind kind(
      Slot creatio,
      Slot d365,
      Direction direction,
      Conversion conversion,
      Conduct conduct,
      List<Value> values) {
    next++;
    Both<Slot> slots = new Both<>(numbered(creatio), numbered(d365));
    return new Kind(
        new FieldRule("r" + next, slots, direction, conversion, conduct), values, values);
  }

  private static Slot numbered(Slot slot) {
    return Slot.of(slot.name() + next, slot.type());
  }

  private static Slot slot(String name, Type type) {
    return Slot.of(name, type);
  }

  private static Conversion both(String step) {
    Transform transform = Transforms.steps(List.of(step));
    return Conversion.NONE.with(new Both<>(transform, transform));
  }

  private static Conversion toD365(String step) {
    return Conversion.NONE.with(new Both<>(Transform.NONE, Transforms.steps(List.of(step))));
  }

  private static List<Value> values(Type type, String... texts) {
    List<Value> values = new ArrayList<>(List.of(Values.ABSENT));
    for (String text : texts) {
      values.add(Values.parse(type, text));
    }
    return List.copyOf(values);
  }
}

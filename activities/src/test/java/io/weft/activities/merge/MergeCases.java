package io.weft.activities.merge;

import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.Translated;
import io.weft.activities.mapping.Translation;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Makes correlated situations: bases that mostly fit, sides that moved from them, or not. */
final class MergeCases {
  private static final RecordRef CREATIO =
      RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, "00000000-0000-0000-0000-00000000000a");
  private static final RecordRef D365 =
      RecordRef.d365(SyncObjectName.ACCOUNT_CUSTOMER, new LegalEntity("usmf"), "C-1");
  private static final ConflictPolicy[] POLICIES = ConflictPolicy.values();

  private final SplittableRandom random;
  private final List<MergePool.Kind> pool;
  private final Map<String, Value> creatio = new LinkedHashMap<>();
  private final Map<String, Value> d365 = new LinkedHashMap<>();
  private final Map<String, Value> baseCreatio = new LinkedHashMap<>();
  private final Map<String, Value> baseD365 = new LinkedHashMap<>();
  private final Set<String> unknownCreatio = new LinkedHashSet<>();
  private final Set<String> unknownD365 = new LinkedHashSet<>();

  private MergeCases(SplittableRandom random, List<MergePool.Kind> pool) {
    this.random = random;
    this.pool = pool;
  }

  /** The situation of that number; the same for the same seed. */
  static Situation of(long seed, long number, List<MergePool.Kind> pool) {
    return new MergeCases(new SplittableRandom(seed * 31 + number), pool).make();
  }

  private Situation make() {
    List<FieldRule> rules = new ArrayList<>();
    List<MergePool.Kind> chosen = new ArrayList<>();
    int start = random.nextInt(pool.size());
    for (int i = 0; i < 4; i++) {
      MergePool.Kind kind = pool.get((start + i * 5) % pool.size());
      if (!chosen.contains(kind)) {
        chosen.add(kind);
        rules.add(kind.rule());
        values(kind);
      }
    }
    int shape = random.nextInt(100);
    Fields supplied = shape % 11 == 5 ? supply(chosen) : Fields.none();
    return new Situation(
        rules,
        POLICIES[random.nextInt(POLICIES.length)],
        new Both<>(
            shape < 4 ? null : snapshot(CREATIO, creatio),
            shape > 95 ? null : snapshot(D365, d365)),
        new Both<>(base(baseCreatio, unknownCreatio), base(baseD365, unknownD365)),
        MergePool.LOOK_UPS,
        new Both<>(time(), time()),
        supplied,
        instructions(chosen));
  }

  private void values(MergePool.Kind kind) {
    String c = kind.rule().name(Side.CREATIO);
    String d = kind.rule().name(Side.D365);
    Value c0 = pick(kind.creatio());
    Value d0 = chance(70) ? fitting(kind, c0) : pick(kind.d365());
    Value c1 = chance(50) ? c0 : pick(kind.creatio());
    Value d1 = chance(50) ? d0 : chance(30) ? fitting(kind, c1) : pick(kind.d365());
    creatio.put(c, c1);
    d365.put(d, d1);
    if (!chance(4)) {
      baseCreatio.put(c, c0);
    }
    if (!chance(4)) {
      baseD365.put(d, d0);
    }
    if (chance(5)) {
      unknownCreatio.add(c);
    }
    if (chance(5)) {
      unknownD365.add(d);
    }
  }

  private Value fitting(MergePool.Kind kind, Value value) {
    return Translation.to(Side.D365, kind.rule(), value, MergePool.LOOK_UPS)
            instanceof Translated.Done done
        ? done.value()
        : pick(kind.d365());
  }

  private @Nullable Base base(Map<String, Value> values, Set<String> unknown) {
    return chance(5) ? null : new Base(Fields.of(values), unknown);
  }

  private static Snapshot snapshot(RecordRef record, Map<String, Value> values) {
    return new Snapshot(record, Fields.of(values), null, null, null);
  }

  private @Nullable Instant time() {
    return chance(10) ? null : Instant.ofEpochSecond(random.nextInt(3));
  }

  private Fields supply(List<MergePool.Kind> chosen) {
    MergePool.Kind kind = chosen.get(0);
    return Fields.of(kind.rule().name(Side.D365), pick(kind.d365()));
  }

  private List<Instruction> instructions(List<MergePool.Kind> chosen) {
    if (!chance(8)) {
      return List.of();
    }
    Side side = chance(50) ? Side.CREATIO : Side.D365;
    MergePool.Kind kind = chosen.get(0);
    String name = kind.rule().name(side);
    if (chance(50)) {
      List<String> fields = chance(50) ? List.of() : List.of(name);
      return List.of(new Instruction.Choose("Ann", "test", side, fields));
    }
    String text = pick(side == Side.CREATIO ? kind.creatio() : kind.d365()).text();
    return List.of(new Instruction.Amend("Ann", "test", Map.of(name, text)));
  }

  private Value pick(List<Value> values) {
    return values.get(random.nextInt(values.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}

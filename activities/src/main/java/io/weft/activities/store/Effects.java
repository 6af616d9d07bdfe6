package io.weft.activities.store;

import io.weft.activities.merge.Base;
import io.weft.activities.store.IntentResult.Outcome;
import io.weft.activities.value.Fields;
import io.weft.workflows.record.Side;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the outcome of a write does to the bases of its own pair. Pure. */
public final class Effects {
  private Effects() {}

  /**
   * A base of the intent's pair after another pair's pass, which shares the record, has found out
   * how the write ended. Written: both bases become what was sent and what it was made from.
   * Unknown: the written fields are unknown, and those they were made from. Otherwise, for upkeep,
   * and where nothing was agreed on yet, the base stays.
   */
  public static @Nullable Base ofForeign(
      @Nullable Base base, Side side, Intent intent, Outcome outcome) {
    boolean target = side == intent.target().side();
    if (intent.kind() == Intent.Kind.UPKEEP) {
      return base;
    }
    return switch (outcome) {
      case APPLIED, PRESUMED ->
          written(base, target ? intent.sent() : intent.counterpart(), intent.kind());
      case UNKNOWN -> doubted(base, target ? intent.sent() : intent.counterpart());
      case REFUSED, WITHOUT_EFFECT, NOT_SENT -> base;
    };
  }

  /** The target's base with the written fields unknown; null where there is none. */
  public static @Nullable Base doubted(@Nullable Base base, Intent intent) {
    if (base == null || intent.kind() == Intent.Kind.UPKEEP) {
      return base;
    }
    return doubted(base, intent.sent());
  }

  private static @Nullable Base doubted(@Nullable Base base, Fields fields) {
    if (base == null) {
      return null;
    }
    Set<String> unknown = new LinkedHashSet<>(base.unknown());
    unknown.addAll(fields.names());
    return new Base(base.values(), unknown, base.vain());
  }

  private static @Nullable Base written(@Nullable Base base, Fields values, Intent.Kind kind) {
    if (base == null) {
      return kind == Intent.Kind.CREATE ? Base.of(values) : null;
    }
    Set<String> unknown = new LinkedHashSet<>(base.unknown());
    unknown.removeAll(values.names());
    return new Base(base.values().with(values), unknown, base.vain());
  }
}

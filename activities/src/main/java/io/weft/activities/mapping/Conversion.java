package io.weft.activities.mapping;

import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.record.Both;
import org.jspecify.annotations.Nullable;

/**
 * How a value of one side reads on the other. To D365: reference to key, value map, transform,
 * default. To Creatio the same backwards: transform, value map, key to reference, default.
 *
 * @param transforms what is done on the way to each side
 * @param values the value map, null for none
 * @param reference the Creatio look-up that the field points to, null for none
 * @param defaults what each side gets where the other has nothing; absent for none
 */
public record Conversion(
    Both<Transform> transforms,
    @Nullable ValueMap values,
    @Nullable Reference reference,
    Both<Value> defaults) {
  /** Values are the same on both sides. */
  public static final Conversion NONE =
      new Conversion(
          new Both<>(Transform.NONE, Transform.NONE),
          null,
          null,
          new Both<>(Values.ABSENT, Values.ABSENT));

  public Conversion with(ValueMap other) {
    return new Conversion(transforms, other, reference, defaults);
  }

  public Conversion with(Reference other) {
    return new Conversion(transforms, values, other, defaults);
  }

  public Conversion with(Both<Transform> other) {
    return new Conversion(other, values, reference, defaults);
  }

  /** The same with defaults, Creatio first. */
  public Conversion withDefaults(Value creatio, Value d365) {
    return new Conversion(transforms, values, reference, new Both<>(creatio, d365));
  }
}

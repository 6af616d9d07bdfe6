package io.weft.sandbox.d365.schema;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One property of an entity.
 *
 * @param maxLength of strings, 0 for all else
 */
public record Property(String name, Kind kind, @Nullable EnumType enumType, int maxLength) {

  /** Returns the value of a row that has none of its own: the ERP knows no null. */
  public Object absent() {
    return switch (kind) {
      case STRING -> "";
      case DECIMAL -> BigDecimal.ZERO;
      case INT32, INT64 -> 0L;
      case DAY -> Values.NO_DAY;
      case INSTANT -> Values.NO_INSTANT;
      case ENUM -> enumType == null ? "" : enumType.members().get(0);
    };
  }

  /** Returns the name in the virtual table. */
  public String virtualName() {
    return "mserp_" + name.toLowerCase(Locale.ROOT);
  }

  /** Returns the type's name in {@code $metadata}. */
  public String edmType() {
    return enumType == null ? kind.edm() : enumType.qualifiedName();
  }

  /** Returns the label that Infolog texts show, such as {@code Customer group}. */
  public String label() {
    return Labels.of(name);
  }
}

package io.weft.sandbox.d365.schema;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One property of an entity. Immutable; what every answer needs is worked out once. */
public final class Property {
  private final String name;
  private final Kind kind;
  private final @Nullable EnumType enumType;
  private final int maxLength;
  private final Object absent;
  private final String virtualName;
  private final String jsonName;
  private final String jsonAbsent;

  Property(String name, Kind kind, @Nullable EnumType enumType, int maxLength) {
    this.name = name;
    this.kind = kind;
    this.enumType = enumType;
    this.maxLength = maxLength;
    this.absent = absent(kind, enumType);
    this.virtualName = "mserp_" + name.toLowerCase(Locale.ROOT);
    this.jsonName = '"' + name + "\":";
    this.jsonAbsent = absent instanceof Number ? jsonName + "0" : jsonName + '"' + absent + '"';
  }

  /** Returns the name as clients write it; case counts. */
  public String name() {
    return name;
  }

  /** Returns the sort of value. */
  public Kind kind() {
    return kind;
  }

  /** Returns the enum whose members are the values, null for all else. */
  public @Nullable EnumType enumType() {
    return enumType;
  }

  /** Returns the longest text that fits, 0 for all that is not text. */
  public int maxLength() {
    return maxLength;
  }

  /** Returns the value of a row that has none of its own: the ERP knows no null. */
  public Object absent() {
    return absent;
  }

  /** Returns the name in the virtual table. */
  public String virtualName() {
    return virtualName;
  }

  /** Returns the name, quoted and with its colon. */
  public String jsonName() {
    return jsonName;
  }

  /** Returns the name and the absent value as a JSON field. */
  public String jsonAbsent() {
    return jsonAbsent;
  }

  /** Returns the type's name in {@code $metadata}. */
  public String edmType() {
    return enumType == null ? kind.edm() : enumType.qualifiedName();
  }

  /** Returns the label that Infolog texts show, such as {@code Customer group}. */
  public String label() {
    return Labels.of(name);
  }

  @Override
  public String toString() {
    return name;
  }

  private static Object absent(Kind kind, @Nullable EnumType enumType) {
    return switch (kind) {
      case STRING -> "";
      case DECIMAL -> BigDecimal.ZERO;
      case INT32, INT64 -> 0L;
      case DAY -> Values.NO_DAY;
      case INSTANT -> Values.NO_INSTANT;
      case ENUM -> enumType == null ? "" : enumType.members().get(0);
    };
  }
}

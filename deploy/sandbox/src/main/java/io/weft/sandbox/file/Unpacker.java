package io.weft.sandbox.file;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link Packer} put into bytes, in the same order. */
public final class Unpacker {
  private final ByteBuffer bytes;
  private final Packing packing;

  Unpacker(ByteBuffer bytes, Packing packing) {
    this.bytes = bytes;
    this.packing = packing;
  }

  /** Returns values by name, in their order. */
  public Map<String, @Nullable Object> values() {
    int count = bytes.getShort();
    Map<String, @Nullable Object> values = new LinkedHashMap<>(count * 4 / 3 + 1);
    for (int i = 0; i < count; i++) {
      String name = word();
      values.put(name, value());
    }
    return values;
  }

  /** As {@link #values}, of a record that has no nulls. */
  public Map<String, Object> present() {
    Map<String, Object> present = new LinkedHashMap<>();
    values().forEach((name, value) -> present.put(name, Objects.requireNonNull(value)));
    return present;
  }

  /** Returns a word of which there are few. */
  public String word() {
    return packing.words().word(bytes.getShort());
  }

  /** Returns one value. */
  public @Nullable Object value() {
    byte type = bytes.get();
    return switch (type) {
      case Packing.NOTHING -> null;
      case Packing.TEXT -> encoded();
      case Packing.GUID -> new UUID(bytes.getLong(), bytes.getLong());
      case Packing.INTEGER -> bytes.getInt();
      case Packing.LONG -> bytes.getLong();
      case Packing.DECIMAL -> new BigDecimal(encoded());
      case Packing.TRUE -> true;
      case Packing.FALSE -> false;
      case Packing.INSTANT -> Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
      default -> throw new IllegalStateException("a value of type " + type);
    };
  }

  /** Returns one value that is a text. */
  public String text() {
    return (String) Objects.requireNonNull(value());
  }

  private String encoded() {
    byte[] encoded = new byte[bytes.getInt()];
    bytes.get(encoded);
    return new String(encoded, StandardCharsets.UTF_8);
  }
}

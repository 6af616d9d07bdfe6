package io.weft.sandbox.file;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts the values of one record into bytes, which an {@link Unpacker} reads in the same order. */
public final class Packer {
  private static final int LONGEST_FIXED = 17;

  private final Packing packing;
  private ByteBuffer bytes = ByteBuffer.allocate(1024);

  Packer(Packing packing) {
    this.packing = packing;
  }

  /** Adds values by name, in their order. */
  public Packer values(Map<String, ? extends @Nullable Object> values) {
    room(LONGEST_FIXED).putShort((short) values.size());
    values.forEach((name, value) -> word(name).value(value));
    return this;
  }

  /** Adds a word of which there are few, such as the name of a column. */
  public Packer word(String word) {
    room(LONGEST_FIXED).putShort((short) packing.words().number(word));
    return this;
  }

  /** Adds one value: null, or of a type that a row may hold. */
  public Packer value(@Nullable Object value) {
    ByteBuffer out = room(LONGEST_FIXED);
    if (value == null) {
      out.put(Packing.NOTHING);
    } else if (value instanceof String text) {
      text(Packing.TEXT, text);
    } else if (value instanceof BigDecimal number) {
      text(Packing.DECIMAL, number.toString());
    } else if (value instanceof Boolean flag) {
      out.put(flag ? Packing.TRUE : Packing.FALSE);
    } else {
      fixed(out, value);
    }
    return this;
  }

  /** Returns all that was added. */
  public ByteBuffer packed() {
    return bytes.duplicate().flip();
  }

  private static void fixed(ByteBuffer out, Object value) {
    if (value instanceof UUID id) {
      out.put(Packing.GUID);
      out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    } else if (value instanceof Instant instant) {
      out.put(Packing.INSTANT).putLong(instant.getEpochSecond()).putInt(instant.getNano());
    } else if (value instanceof Integer number) {
      out.put(Packing.INTEGER).putInt(number);
    } else if (value instanceof Long number) {
      out.put(Packing.LONG).putLong(number);
    } else {
      throw new IllegalArgumentException("no row holds a " + value.getClass().getName());
    }
  }

  private void text(byte type, String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    room(LONGEST_FIXED + encoded.length).put(type).putInt(encoded.length).put(encoded);
  }

  private ByteBuffer room(int wanted) {
    if (bytes.remaining() < wanted) {
      ByteBuffer more = ByteBuffer.allocate(2 * bytes.capacity() + wanted);
      bytes = more.put(bytes.flip());
    }
    return bytes;
  }
}

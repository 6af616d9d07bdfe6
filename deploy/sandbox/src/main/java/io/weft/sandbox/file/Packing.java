package io.weft.sandbox.file;

import java.nio.ByteBuffer;

/** How values become bytes; one for all records that are to be read again. */
public final class Packing {
  static final byte NOTHING = 0;
  static final byte TEXT = 1;
  static final byte GUID = 2;
  static final byte INTEGER = 3;
  static final byte LONG = 4;
  static final byte DECIMAL = 5;
  static final byte TRUE = 6;
  static final byte FALSE = 7;
  static final byte INSTANT = 8;

  private final Words words = new Words();

  /** Returns an empty record to fill. */
  public Packer packer() {
    return new Packer(this);
  }

  /** Returns a reader of a record. */
  public Unpacker unpacker(ByteBuffer record) {
    return new Unpacker(record, this);
  }

  Words words() {
    return words;
  }
}

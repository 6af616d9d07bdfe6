package io.weft.sandbox.d365.dataverse;

import io.weft.sandbox.d365.schema.EntitySet;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/** The GUID of a virtual row: four bytes of entity id, then the record id, lowest byte first. */
public final class VirtualId {
  private VirtualId() {}

  /** Returns the GUID of a record. */
  public static UUID of(EntitySet set, long recId) {
    ByteBuffer bytes = ByteBuffer.allocate(16);
    bytes.putInt(entityId(set)).putInt(0);
    bytes.order(ByteOrder.LITTLE_ENDIAN).putLong(recId);
    bytes.order(ByteOrder.BIG_ENDIAN).flip();
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  /** Returns the record id in a GUID, 0 if the GUID is of another entity. */
  static long recId(EntitySet set, UUID id) {
    boolean ours = id.getMostSignificantBits() >>> 32 == Integer.toUnsignedLong(entityId(set));
    return ours ? Long.reverseBytes(id.getLeastSignificantBits()) : 0;
  }

  private static int entityId(EntitySet set) {
    return 0x1000 + Math.floorMod(set.entity().hashCode(), 0x8000);
  }
}

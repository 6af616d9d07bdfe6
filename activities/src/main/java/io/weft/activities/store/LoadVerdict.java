package io.weft.activities.store;

/** What a load makes of one scanned record. Stored: never rename one. */
public enum LoadVerdict {
  /** In scope of the load, and not judged yet. */
  SCANNED,
  /** Left out by the object's scope. */
  OUT_OF_SCOPE,
  /** Belongs to other legal entities only. */
  ELSEWHERE,
  /** No rule fits, or a value cannot be read: a person must look. */
  REFUSED,
  /** Another record must be linked first, which is not. */
  WAITS,
  /** Linked before the load. */
  LINKED,
  /** The same as one of the other side, without doubt. */
  SURE,
  /** Perhaps the same as one of the other side: a person decides. */
  DOUBTFUL,
  /** Alike another one of its own side, and like none of the other. */
  DUPLICATE,
  /** Nobody's partner: to be made on the other side. */
  NEW;

  /** Whether the record is in the load's scope and had no partner before it. */
  public boolean isOpen() {
    return switch (this) {
      case SCANNED, SURE, DOUBTFUL, DUPLICATE, NEW -> true;
      case OUT_OF_SCOPE, ELSEWHERE, REFUSED, WAITS, LINKED -> false;
    };
  }

  /** Whether the record is in the load's scope. */
  public boolean isOwn() {
    return isOpen() || this == LINKED;
  }
}

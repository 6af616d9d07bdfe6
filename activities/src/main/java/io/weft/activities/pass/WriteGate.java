package io.weft.activities.pass;

import io.weft.activities.object.SyncObject;

/**
 * The one gate that every remote write passes: mode of the object in its legal entity, and whether
 * this is the environment that the store belongs to.
 */
public interface WriteGate {
  /**
   * Whether writes may leave now. Throws {@link PassException.WrongEnvironment} if it is another
   * one.
   */
  boolean open(SyncObject object);
}

package io.weft.activities.desk;

import io.weft.workflows.record.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One concern of the doctor. Reads only; safe to repeat. May throw what its system or the store
 * throws: the doctor makes a finding of it.
 */
public interface Check {
  /** What is looked at, as people name it. */
  String name();

  /** The system that must let us in before this makes sense; null for none. */
  @Nullable Side system();

  /** All findings, at least one. */
  List<Finding> look();
}

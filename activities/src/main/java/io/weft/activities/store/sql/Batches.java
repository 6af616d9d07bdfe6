package io.weft.activities.store.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Many rows in one statement. */
final class Batches {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Batches() {}

  /** Texts or numbers as the one parameter that {@link Dialect#among} takes. */
  static String list(Collection<?> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("texts and numbers only", e);
    }
  }

  /** Runs a batch that may be empty; returns how many rows each part changed. */
  static int[] run(PreparedBatch batch) {
    return batch.size() == 0 ? new int[0] : batch.execute();
  }
}

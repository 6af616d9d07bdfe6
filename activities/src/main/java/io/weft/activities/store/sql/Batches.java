package io.weft.activities.store.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** Many rows in one statement. */
final class Batches {
  /** Both databases take more; a longer list makes no statement faster. */
  private static final int AT_ONCE = 500;

  private Batches() {}

  /** Runs the work on some of the values at a time; returns how many there were. */
  static <T> int chunks(Collection<T> values, Consumer<List<T>> work) {
    List<T> all = new ArrayList<>(values);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      work.accept(all.subList(from, Math.min(from + AT_ONCE, all.size())));
    }
    return all.size();
  }

  /** Numbers as they stand in a statement. */
  static String numbers(List<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /** Places for these texts, to be filled by {@link #bind}. */
  static String marks(List<String> texts) {
    return IntStream.range(0, texts.size())
        .mapToObj(i -> ":t" + i)
        .collect(Collectors.joining(","));
  }

  /** Fills the places of {@link #marks}. */
  static <S extends SqlStatement<S>> S bind(S statement, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      statement.bind("t" + i, texts.get(i));
    }
    return statement;
  }

  /** Runs a batch that may be empty; returns how many rows each part changed. */
  static int[] run(PreparedBatch batch) {
    return batch.size() == 0 ? new int[0] : batch.execute();
  }
}

package io.weft.activities.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.store.LoadPair;
import io.weft.activities.store.LoadPairStore.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ToDoTest {
  private static final int BATCH = 120;

  private static LoadPair pair(long sequence) {
    return new LoadPair(
        sequence,
        "account",
        null,
        LoadPair.Kind.NEW_IN_CREATIO,
        LoadPair.State.TODO,
        0,
        null,
        null,
        null,
        null,
        0);
  }

  /** As the store lists pairs with numbers up to that. */
  private static List<LoadPair> list(long pairs, Span span, boolean fromLast, int limit) {
    List<LoadPair> some =
        new ArrayList<>(
            LongStream.rangeClosed(1, pairs)
                .filter(number -> number > span.above() && number < span.below())
                .mapToObj(ToDoTest::pair)
                .toList());
    if (fromLast) {
      Collections.reverse(some);
    }
    return some.subList(0, Math.min(limit, some.size()));
  }

  private static List<List<Long>> drawn(long pairs) {
    ToDo toDo = new ToDo((span, end, limit) -> list(pairs, span, end, limit), BATCH);
    List<List<Long>> pieces = new ArrayList<>();
    for (Optional<List<LoadPair>> next = toDo.next(); next.isPresent(); next = toDo.next()) {
      pieces.add(next.get().stream().map(LoadPair::sequence).toList());
    }
    return pieces;
  }

  @Test
  void eachPairIsGivenOnce() {
    for (int pairs : new int[] {0, 1, 49, 120, 121, 240, 241, 1_777}) {
      assertThat(drawn(pairs).stream().flatMap(List::stream))
          .as("of %d", pairs)
          .hasSize(pairs)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void piecesComeFromBothEndsByTurns() {
    List<List<Long>> pieces = drawn(1_000);

    assertThat(pieces.get(0)).startsWith(1L, 2L).hasSize(50);
    assertThat(pieces.get(1)).startsWith(1_000L, 999L).hasSize(50);
    assertThat(pieces.get(2)).startsWith(51L);
    assertThat(pieces.get(3)).startsWith(950L);
  }
}

package io.weft.activities.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.store.LoadPair;
import io.weft.activities.store.LoadPairStore.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
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
  private static List<LoadPair> list(long pairs, Span span, int limit) {
    return LongStream.rangeClosed(1, pairs)
        .filter(number -> number > span.above() && number < span.below())
        .limit(limit)
        .mapToObj(ToDoTest::pair)
        .toList();
  }

  private static List<List<Long>> drawn(long pairs) {
    return drawn(pairs, () -> 50);
  }

  private static List<List<Long>> drawn(long pairs, IntSupplier length) {
    List<Span> parts = List.of(new Span(0, pairs / 3 + 1), new Span(pairs / 3, pairs + 1));
    ToDo toDo = new ToDo((span, limit) -> list(pairs, span, limit), parts, length, BATCH);
    List<List<Long>> pieces = new ArrayList<>();
    for (Optional<List<LoadPair>> next = toDo.next(); next.isPresent(); next = toDo.next()) {
      pieces.add(next.get().stream().map(LoadPair::sequence).toList());
    }
    return pieces;
  }

  @Test
  void eachPairIsGivenOnce() {
    for (int pairs : new int[] {0, 1, 5, 49, 120, 121, 240, 241, 1_777}) {
      assertThat(drawn(pairs).stream().flatMap(List::stream))
          .as("of %d", pairs)
          .hasSize(pairs)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void aPieceIsAsLongAsTheSystemsCanTakeAtThatTime() {
    List<Integer> lengths = new ArrayList<>(List.of(50, 40, 10, 8, 8, 8, 30));
    IntSupplier length = () -> lengths.size() > 1 ? lengths.remove(0) : lengths.get(0);

    List<List<Long>> pieces = drawn(300, length);

    assertThat(pieces.stream().map(List::size)).startsWith(50, 40, 10, 8, 8, 8, 30, 30);
    assertThat(pieces.stream().flatMap(List::stream)).hasSize(300).doesNotHaveDuplicates();
  }

  @Test
  void piecesComeFromSeveralPlacesByTurns() {
    List<List<Long>> pieces = drawn(450);

    assertThat(pieces.stream().map(piece -> piece.get(0)))
        .containsExactly(1L, 151L, 51L, 201L, 101L, 251L, 301L, 351L, 401L);
    assertThat(pieces).allSatisfy(piece -> assertThat(piece).hasSize(50).isSorted());
  }
}

package io.weft.activities.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PiecesTest {
  private static List<Integer> numbers(int most) {
    return IntStream.range(0, most).boxed().toList();
  }

  @Test
  void allOfThemInTheirOrder() {
    assertThat(Pieces.of(numbers(7), 3))
        .containsExactly(List.of(0, 1, 2), List.of(3, 4, 5), List.of(6));
    assertThat(Pieces.of(List.of(), 3)).isEmpty();
  }
}

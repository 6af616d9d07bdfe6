package io.weft.activities.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PortionsTest {
  private static final Map<String, Set<Long>> NEIGHBOURS =
      Map.of(
          "a", Set.of(1L, 2L),
          "b", Set.of(2L, 3L),
          "c", Set.of(4L),
          "d", Set.of(),
          "big", Set.of(5L, 6L, 7L, 8L, 9L));

  @Test
  void aPageWithFewNeighboursIsOnePortion() {
    assertThat(portions(List.of("a", "b", "c", "d"), 4))
        .containsExactly(List.of("a", "b", "c", "d"));
  }

  @Test
  void aNeighbourOfTwoCountsOnce() {
    assertThat(portions(List.of("a", "b", "c"), 3))
        .containsExactly(List.of("a", "b"), List.of("c"));
  }

  @Test
  void aRecordWithMoreIsAPortionOfItsOwn() {
    assertThat(portions(List.of("a", "big", "c"), 3))
        .containsExactly(List.of("a"), List.of("big"), List.of("c"));
  }

  @Test
  void anEmptyPageHasNone() {
    assertThat(portions(List.of(), 3)).isEmpty();
  }

  private static List<List<String>> portions(List<String> page, int most) {
    return Portions.of(page, NEIGHBOURS::get, most);
  }
}

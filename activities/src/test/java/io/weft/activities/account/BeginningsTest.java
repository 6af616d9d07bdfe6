package io.weft.activities.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeginningsTest {
  @Test
  void growWordByWord() {
    assertThat(Beginnings.of("  Benchmark  Works 00186 LLC").shortestFirst())
        .containsExactly(
            "Benchmark", "Benchmark Works", "Benchmark Works 00186", "Benchmark Works 00186 LLC");
  }

  @Test
  void holdNoWildcards() {
    assertThat(Beginnings.of("Star* Alliance").shortestFirst()).isEmpty();
    assertThat(Beginnings.of("Big Star* Alliance").shortestFirst()).containsExactly("Big");
    assertThat(Beginnings.of("").shortestFirst()).isEmpty();
  }

  @Test
  void endWhereOthersWriteOtherwise() {
    assertThat(Beginnings.of("O'Neil & Sons, Inc.").shortestFirst())
        .containsExactly("O'Neil", "O'Neil &", "O'Neil & Sons");
  }

  @Test
  void areNeverTooShortToTell() {
    assertThat(Beginnings.of("A B Foods").shortestFirst()).containsExactly("A B", "A B Foods");
  }

  @Test
  void narrowTheSearchUntilItIsWhole() {
    List<String> asked = new ArrayList<>();

    List<Integer> found =
        Beginnings.of("Benchmark Works 7")
            .narrowest(
                50,
                start -> {
                  asked.add(start);
                  return Collections.nCopies(start.length() > 16 ? 1 : 50, 7);
                });

    assertThat(asked).containsExactly("Benchmark", "Benchmark Works", "Benchmark Works 7");
    assertThat(found).containsExactly(7);
  }
}

package io.weft.activities.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.failure.RemoteException;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOneTest {
  private final List<List<Integer>> asked = new ArrayList<>();

  /** Answers, but for so many times at first. */
  private List<String> ask(List<Integer> some, int silences) {
    asked.add(some);
    if (asked.size() <= silences) {
      throw new RemoteException.Unavailable(
          Side.CREATIO, "Account.query", "no answer", true, null, null);
    }
    return some.stream().map(String::valueOf).toList();
  }

  @Test
  void asksTwentyAtATime() {
    List<Integer> all = IntStream.range(0, 45).boxed().toList();

    assertThat(InOne.portions(all, some -> ask(some, 0))).hasSize(45).startsWith("0", "1");

    assertThat(asked).extracting(List::size).containsExactly(20, 20, 5);
  }

  @Test
  void whatWasNotSentIsNotAskedAgain() {
    assertThatThrownBy(
            () ->
                InOne.portions(
                    List.of(1),
                    some -> {
                      asked.add(some);
                      throw new RemoteException.Unavailable(
                          Side.CREATIO, "Account.query", "the time is over", false, null, null);
                    }))
        .isInstanceOf(RemoteException.Unavailable.class);

    assertThat(asked).hasSize(1);
  }

  @Test
  void asksOnceMoreWhereNoAnswerCame() {
    List<Integer> all = List.of(1, 2);

    assertThat(InOne.portions(all, some -> ask(some, 1))).containsExactly("1", "2");
    asked.clear();
    assertThatThrownBy(() -> InOne.portions(all, some -> ask(some, 2)))
        .isInstanceOf(RemoteException.Unavailable.class);
  }
}

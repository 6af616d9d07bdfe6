package io.weft.activities.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.store.LoadPlace;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AbreastTest {
  private final List<String> steps = new ArrayList<>();
  private final Shift shift = new Shift(Clock.systemUTC(), Duration.ofMinutes(1), null);

  @Test
  void noneLeavesAHomeBeforeAllHave() {
    Walk quick = new Walk("quick", "1/9", "2/9", "3/9");
    Walk slow = new Walk("slow", "1/3", "1/6", "1/9", "3/9");

    assertThat(new Abreast(Crew.alone(), List.of(quick, slow)).work(shift)).isTrue();

    assertThat(steps)
        .containsExactly(
            "quick 1/9",
            "slow 1/3", // from the beginning
            "quick 2/9",
            "slow 1/6", // both are in the first home
            "slow 1/9",
            "slow 3/9", // the last of them leaves the first home
            "quick 3/9");
  }

  @Test
  void oneThatIsCompleteIsWaitedForByNobody() {
    Walk done = new Walk("done");
    Walk other = new Walk("other", "7/1", "8/1");

    assertThat(new Abreast(Crew.alone(), List.of(done, other)).work(shift)).isTrue();

    assertThat(steps).containsExactly("other 7/1", "other 8/1");
  }

  @Test
  void whatIsCalledOffIsNotComplete() {
    shift.callOff();

    assertThat(new Abreast(Crew.alone(), List.of(new Walk("one", "1/1"))).work(shift)).isFalse();

    assertThat(steps).isEmpty();
  }

  /** A search that comes to these places, one with each step. */
  private final class Walk implements Abreast.Search {
    private final String name;
    private final List<String> ahead;

    Walk(String name, String... places) {
      this.name = name;
      this.ahead = new ArrayList<>(Arrays.asList(places));
    }

    @Override
    public LoadPlace place() {
      return new LoadPlace("", ahead.isEmpty(), 0, null, null);
    }

    @Override
    public LoadPlace take(LoadPlace from, Shift unused) {
      String to = ahead.remove(0);
      steps.add(name + " " + to);
      return new LoadPlace(to, ahead.isEmpty(), 1, null, null);
    }
  }
}

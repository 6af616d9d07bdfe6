package io.weft.activities.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.Row;
import io.weft.activities.poll.Beat;
import io.weft.activities.poll.RowReader;
import io.weft.activities.poll.Table;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AheadTest {
  /** Three pages, each named by the place it comes after; it can be told to fail once. */
  private static final class Three implements Table {
    private final List<String> read = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch two = new CountDownLatch(2);
    private volatile @Nullable String failing;

    @Override
    public String title() {
      return "three pages";
    }

    @Override
    public RowReader reader() {
      throw new UnsupportedOperationException();
    }

    @Override
    public long count() {
      return 3;
    }

    @Override
    public Slice slice(@Nullable String after) {
      String place = String.valueOf(after);
      read.add(place);
      two.countDown();
      if (place.equals(failing)) {
        failing = null;
        throw new RemoteException.Unavailable(Side.D365, place, "lost", false, null, null);
      }
      String next = after == null ? "1" : after.equals("1") ? "2" : null;
      return new Slice(List.of(Row.of(Map.of("place", place))), next);
    }

    @Override
    public List<Row> rows(List<String> keys, Beat beat) {
      throw new UnsupportedOperationException();
    }
  }

  private final Three table = new Three();

  @Test
  void pagesComeInTheirOrderAndEachIsReadOnce() {
    Ahead ahead = new Ahead(Crew.of(2), table);

    assertThat(ahead.slice(null).next()).isEqualTo("1");
    assertThat(ahead.slice("1").rows()).containsExactly(Row.of(Map.of("place", "1")));
    assertThat(ahead.slice("2").next()).isNull();
    assertThat(table.read).containsExactly("null", "1", "2");
  }

  @Test
  void theNextPageIsReadBeforeItIsAskedFor() throws InterruptedException {
    new Ahead(Crew.of(1), table).slice(null);

    assertThat(table.two.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(table.read).containsExactly("null", "1");
  }

  @Test
  void whatCouldNotBeReadAheadIsSaidWhenItIsAskedForAndReadAgainThen() {
    table.failing = "1";
    Ahead ahead = new Ahead(Crew.of(1), table);
    ahead.slice(null);

    assertThatThrownBy(() -> ahead.slice("1")).isInstanceOf(RemoteException.Unavailable.class);
    assertThat(ahead.slice("1").next()).isEqualTo("2");
    assertThat(table.read).startsWith("null", "1", "1");
  }

  @Test
  void fromAnotherPlaceItReadsThere() {
    Ahead ahead = new Ahead(Crew.alone(), table);
    ahead.slice(null);

    assertThat(ahead.slice("2").rows()).containsExactly(Row.of(Map.of("place", "2")));
  }
}

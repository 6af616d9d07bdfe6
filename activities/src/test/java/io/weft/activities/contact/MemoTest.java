package io.weft.activities.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.store.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class MemoTest {
  private final TestClock clock = new TestClock(Instant.EPOCH);
  private final Memo<String, Integer> memo = new Memo<>(Duration.ofSeconds(30), clock);
  private final AtomicInteger asked = new AtomicInteger();

  private int ask(String key) {
    return memo.of(key, unknown -> asked.incrementAndGet());
  }

  @Test
  void asksOnceWhileTheAnswerIsGood() {
    assertThat(ask("a")).isEqualTo(1);
    assertThat(ask("a")).isEqualTo(1);
    assertThat(ask("b")).isEqualTo(2);

    clock.advance(Duration.ofSeconds(30));

    assertThat(memo.known("a")).isEmpty();
    assertThat(ask("a")).isEqualTo(3);
  }

  @Test
  void forgetsTheOldestWhenItIsFull() {
    memo.keep("first", 0);
    for (int i = 0; i < 20_000; i++) {
      memo.keep("key " + i, i);
    }

    assertThat(memo.known("first")).isEmpty();
    assertThat(memo.known("key 0")).contains(0);
    assertThat(memo.known("key 19999")).contains(19_999);
  }
}

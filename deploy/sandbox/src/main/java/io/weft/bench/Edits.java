package io.weft.bench;

import io.weft.stage.Users;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * People who edit phone numbers at a steady rate, each number typed once only, so that the journal
 * tells when it arrived. The rate does not wait for anybody.
 */
final class Edits {
  private static final int PEOPLE = 8;

  private final Users users;
  private final Pairs pairs;
  private int next;

  Edits(Users users, Pairs pairs) {
    this.users = users;
    this.pairs = pairs;
  }

  /** On which side people edit. */
  enum Where {
    CREATIO,
    D365,
    BOTH
  }

  /** One edit: the number typed, and on which side. */
  record Edit(String phone, boolean inCreatio) {}

  /**
   * Edits for so long and returns what was typed.
   *
   * @throws IllegalStateException if the sandbox refused an edit
   */
  List<Edit> drive(Where where, int rate, Duration time) {
    int count = (int) (rate * time.toMillis() / 1000);
    ScheduledExecutorService people = Executors.newScheduledThreadPool(PEOPLE);
    try {
      List<Edit> edits = new ArrayList<>();
      List<ScheduledFuture<?>> typed = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = next++;
        Edit edit = new Edit(phone(number), inCreatio(where, number));
        edits.add(edit);
        long at = i * TimeUnit.SECONDS.toMicros(1) / rate;
        typed.add(people.schedule(() -> type(edit, number), at, TimeUnit.MICROSECONDS));
      }
      awaitAll(typed);
      return edits;
    } finally {
      people.shutdownNow();
    }
  }

  /** Each pair is edited on the other side the next time, and never on both at once. */
  private boolean inCreatio(Where where, int number) {
    return switch (where) {
      case CREATIO -> true;
      case D365 -> false;
      case BOTH -> (number + number / pairs.all().size()) % 2 == 0;
    };
  }

  private void type(Edit edit, int number) {
    Pairs.Pair pair = pairs.all().get(number % pairs.all().size());
    if (edit.inCreatio()) {
      users.editAccount("sales", pair.id(), Map.of("Phone", edit.phone()));
    } else {
      users.editCustomer(
          "finance", Pairs.COMPANY, pair.customer(), Map.of("PrimaryContactPhone", edit.phone()));
    }
  }

  private static String phone(int number) {
    return "+1 777 %07d".formatted(number);
  }

  private static void awaitAll(List<ScheduledFuture<?>> typed) {
    try {
      for (ScheduledFuture<?> edit : typed) {
        edit.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("an edit was refused: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while editing", e);
    }
  }
}

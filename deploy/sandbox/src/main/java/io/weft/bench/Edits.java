package io.weft.bench;

import io.weft.stage.Users;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * People who edit phone numbers at a steady rate, each number typed once only, so that the journal
 * tells when it arrived. The rate does not wait for anybody.
 */
final class Edits {
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

  /** Edits that are to be made. */
  record Typing(List<Edit> edits, Pace.Beat beat) {}

  /**
   * Edits for so long and returns what was typed.
   *
   * @throws IllegalStateException if the sandbox refused an edit
   */
  List<Edit> drive(Where where, int rate, Duration time) {
    Typing typing = typing(where, rate, time);
    Pace.keep(List.of(typing.beat()));
    return typing.edits();
  }

  /** What is going to be typed, for a {@link Pace}. */
  Typing typing(Where where, int rate, Duration time) {
    int first = next;
    int count = Pace.count(rate, time);
    next += count;
    List<Edit> edits =
        IntStream.range(first, next)
            .mapToObj(number -> new Edit(phone(number), inCreatio(where, number)))
            .toList();
    return new Typing(edits, new Pace.Beat(rate, count, i -> type(edits.get(i), first + i)));
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
}

package io.weft.activities.merge;

import io.weft.activities.value.Value;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.Side;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds two systems that rewrite each other's values for ever: the same value was sent to the same
 * field before, was seen there in another form, and is about to be sent again. Two people who
 * change a value to and fro look alike; so the second sending is stopped only if the two forms have
 * the same letters and digits or one is the beginning of the other, the fourth in any case.
 */
public final class Reformat {
  private static final int ENOUGH = 3;

  private Reformat() {}

  /**
   * The problem, if there is one.
   *
   * @param sent what was sent to this field before, oldest first
   * @param sending what is to be sent now
   * @param seen what the field holds now
   */
  public static Optional<Problem> find(
      Side side, String field, List<Value> sent, Value sending, Value seen) {
    int times = 0;
    for (int i = sent.size() - 1; i >= 0 && sent.get(i).equals(sending); i--) {
      times++;
    }
    if (times == 0 || seen.equals(sending) || (times < ENOUGH && !alike(sending, seen))) {
      return Optional.empty();
    }
    String what =
        String.format(
            "%s field %s: '%s' was sent, '%s' was kept, and the first is to be sent again.",
            side.title(), field, sending.text(), seen.text());
    String remedy =
        "Give the field a transform in the mapping that writes it as " + side.title() + " does.";
    return Optional.of(Words.problem(side, "Reformatted", what, remedy, field));
  }

  private static boolean alike(Value sending, Value seen) {
    String left = bare(sending.text());
    String right = bare(seen.text());
    if (left.isEmpty() || right.isEmpty()) {
      return left.equals(right);
    }
    return left.startsWith(right) || right.startsWith(left);
  }

  private static String bare(String text) {
    StringBuilder bare = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }
}

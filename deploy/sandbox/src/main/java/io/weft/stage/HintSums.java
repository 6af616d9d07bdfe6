package io.weft.stage;

import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Desk;
import io.weft.workflows.desk.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where every accepted hint has got to, as the worker itself says ({@code weft status}).
 *
 * @param words the worker's own line
 */
public record HintSums(
    String words,
    long accepted,
    long applied,
    long equal,
    long superseded,
    long filtered,
    long discarded,
    long parked,
    long inFlight) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final int PARTS = 8;

  /** Asks a worker; throws DeskException if none answers. */
  public static HintSums ask(Desk desk) {
    Answer.StatusReport report =
        desk.ask(new Question.Status(), Answer.StatusReport.class, PATIENCE);
    return report.lines().stream()
        .filter(line -> line.what().equals("hints"))
        .findFirst()
        .map(line -> parse(line.state()))
        .orElseThrow(() -> new NotSeen("the worker's status has no line about hints"));
  }

  static HintSums parse(String words) {
    List<Long> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(words);
    while (matcher.find()) {
      numbers.add(Long.parseLong(matcher.group()));
    }
    if (numbers.size() != PARTS) {
      throw new NotSeen("the worker counts its hints in words not known here: " + words);
    }
    return new HintSums(
        words,
        numbers.get(0),
        numbers.get(1),
        numbers.get(2),
        numbers.get(3),
        numbers.get(4),
        numbers.get(5),
        numbers.get(6),
        numbers.get(7));
  }

  /** Hints that ended nowhere; 0 as long as nothing vanishes. */
  public long lost() {
    long known = applied + equal + superseded + filtered + discarded + parked + inFlight;
    return accepted - known;
  }
}

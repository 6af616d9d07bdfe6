package io.weft.cli.load;

import io.weft.cli.Order;
import io.weft.cli.Session;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.desk.Question.Carry;
import io.weft.workflows.load.ReviewPair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Decisions on their way to a worker: all are checked before the first is taken. */
final class Decisions {
  private final Session session;
  private final Scope scope;
  private final Order order;

  Decisions(Session session, Scope scope, Order order) {
    this.session = session;
    this.scope = scope;
    this.order = order;
  }

  /**
   * What became of them.
   *
   * @param applied how many rows were handed over
   */
  record Result(
      long accepted, long rejected, long unchanged, List<ReviewFile.Fault> faults, long applied) {
    Result {
      faults = List.copyOf(faults);
    }

    /** The same with mistakes that were seen before, all in the order of their lines. */
    Result with(List<ReviewFile.Fault> before) {
      List<ReviewFile.Fault> all =
          Stream.concat(faults.stream(), before.stream())
              .sorted(Comparator.comparingLong(ReviewFile.Fault::line))
              .toList();
      return new Result(accepted, rejected, unchanged, all, applied);
    }
  }

  /** What would become of them; nothing is taken. */
  Result check(List<ReviewFile.Row> rows) {
    return send(rows, Carry.CHECK);
  }

  /** Takes them, page by page; a page in which somebody decided otherwise meanwhile is the last. */
  Result apply(List<ReviewFile.Row> rows) {
    return send(rows, Carry.OUT);
  }

  private Result send(List<ReviewFile.Row> rows, Carry carry) {
    long accepted = 0;
    long rejected = 0;
    long unchanged = 0;
    long applied = 0;
    List<ReviewFile.Fault> faults = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += Question.DecideReviews.MOST) {
      List<ReviewFile.Row> page =
          rows.subList(from, Math.min(rows.size(), from + Question.DecideReviews.MOST));
      Answer.ReviewsDecided answer = ask(page, carry);
      accepted += answer.accepted();
      rejected += answer.rejected();
      unchanged += answer.unchanged();
      faults.addAll(located(page, answer.faults()));
      if (carry == Carry.OUT && !faults.isEmpty()) {
        break;
      }
      applied += carry == Carry.OUT ? page.size() : 0;
    }
    return new Result(accepted, rejected, unchanged, faults, applied);
  }

  private Answer.ReviewsDecided ask(List<ReviewFile.Row> page, Carry carry) {
    return session.ask(
        new Question.DecideReviews(
            scope.object(),
            scope.legalEntity(),
            page.stream().map(ReviewFile.Row::decided).toList(),
            carry,
            order.who(),
            order.why()),
        Answer.ReviewsDecided.class);
  }

  /** The worker knows ids, a person knows lines. */
  private static List<ReviewFile.Fault> located(
      List<ReviewFile.Row> page, List<ReviewPair.Fault> faults) {
    Map<String, Long> lines = new LinkedHashMap<>();
    page.forEach(row -> lines.put(row.decided().id(), row.line()));
    return faults.stream()
        .map(
            fault ->
                new ReviewFile.Fault(
                    lines.getOrDefault(fault.id(), 0L),
                    fault.field(),
                    fault.value(),
                    fault.what(),
                    fault.remedy()))
        .toList();
  }
}

package io.weft.cli.load;

import io.weft.cli.Session;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.load.ReviewPair;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pairs that wait for a decision, page after page. */
final class Reviews {
  private final Session session;
  private final Scope scope;

  Reviews(Session session, Scope scope) {
    this.session = session;
    this.scope = scope;
  }

  /** All, or those with one kind of evidence. */
  List<ReviewPair> all(@Nullable String evidence) {
    List<ReviewPair> all = new ArrayList<>();
    Answer.ReviewPage page = page(evidence, null);
    all.addAll(page.pairs());
    while (page.next() != null) {
      page = page(evidence, page.next());
      all.addAll(page.pairs());
    }
    return all;
  }

  private Answer.ReviewPage page(@Nullable String evidence, @Nullable String after) {
    return session.ask(
        new Question.Reviews(scope.object(), scope.legalEntity(), evidence, after),
        Answer.ReviewPage.class);
  }
}

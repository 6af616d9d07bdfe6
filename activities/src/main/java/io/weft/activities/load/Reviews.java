package io.weft.activities.load;

import io.weft.activities.store.Load;
import io.weft.activities.store.LoadPair;
import io.weft.activities.store.ReviewId;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.load.ReviewPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pairs that wait for a person: those of the newest load or plan that has come so far. */
final class Reviews {
  private static final int LONG = 60;

  private final LoadStores stores;
  private final OpenReviews open;
  private final Verdicts verdicts;

  Reviews(Tools tools) {
    this.stores = tools.stores();
    this.open = new OpenReviews(tools.stores());
    this.verdicts = new Verdicts(tools);
  }

  /**
   * A page, the most alike first.
   *
   * <p>Where the next one begins is told as {@code score:number} of the last pair seen.
   */
  Answer page(Question.Reviews question) {
    Optional<Load> load = open.newest(question.object(), question.legalEntity());
    return load.isEmpty()
        ? new Answer.ReviewPage(List.of(), null)
        : page(load.get(), question.evidence(), question.after());
  }

  private Answer page(Load load, @Nullable String evidence, @Nullable String after) {
    String[] at = after == null ? new String[] {"101", "0"} : after.split(":", 2);
    List<LoadPair> page =
        stores.pairs().reviews(load, Integer.parseInt(at[0]), Long.parseLong(at[1]), LONG);
    Titles titles = new Titles(stores, load, page);
    List<ReviewPair> pairs = new ArrayList<>();
    for (LoadPair pair : page) {
      Proof proof = Proof.read(pair.evidence());
      if (evidence == null || proof.kinds().contains(evidence)) {
        pairs.add(shown(pair, proof, titles));
      }
    }
    LoadPair last = page.isEmpty() ? null : page.get(page.size() - 1);
    boolean more = last != null && page.size() == LONG;
    return new Answer.ReviewPage(
        pairs, more ? Objects.requireNonNull(last).score() + ":" + last.sequence() : null);
  }

  private static ReviewPair shown(LoadPair pair, Proof proof, Titles titles) {
    String account = Objects.requireNonNull(pair.creatioKey());
    String customer = Objects.requireNonNull(pair.d365Key());
    return new ReviewPair(
        ReviewId.of(account, customer),
        account,
        Objects.requireNonNullElse(titles.account(pair), ""),
        customer,
        Objects.requireNonNullElse(titles.customer(pair), ""),
        pair.score() / 100.0,
        proof.kinds(),
        proof.agreements(),
        proof.contradictions(),
        null);
  }

  /** Takes decisions, all or none. */
  Answer decide(Question.DecideReviews question) {
    Optional<Load> load = open.newest(question.object(), question.legalEntity());
    return load.isEmpty()
        ? new Answer.Refused("there is no load or plan whose pairs could be reviewed")
        : verdicts.decide(load.get(), question);
  }
}

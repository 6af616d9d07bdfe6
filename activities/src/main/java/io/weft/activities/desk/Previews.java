package io.weft.activities.desk;

import io.weft.activities.store.LinkStore;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.record.PairId;
import java.util.List;

/** Finds the pair that a person means and previews its pass; of several the leading one. */
public final class Previews {
  private final LinkStore links;
  private final Preview preview;

  public Previews(LinkStore links, Preview preview) {
    this.links = links;
    this.preview = preview;
  }

  Answer answer(Question.Preview question) {
    List<PairId> pairs = Paths.pairs(question.record(), links);
    return pairs.isEmpty()
        ? new Answer.Refused(
            "'"
                + question.record()
                + "' is not linked: write the path of a pair ("
                + Paths.slug(question.record())
                + "/usmf/<Creatio id>) or of a record ("
                + Paths.slug(question.record())
                + "/d365/usmf/<number>).")
        : preview.preview(pairs.get(0));
  }
}

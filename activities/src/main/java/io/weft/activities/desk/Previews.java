package io.weft.activities.desk;

import io.weft.activities.store.LinkStore;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.record.PairId;
import java.util.List;

/**
 * Finds the pair that a person means and previews its pass; of several the leading one, saying so.
 * For a record that is not linked: what its introduction would do.
 */
public final class Previews {
  private final LinkStore links;
  private final Preview preview;
  private final Newcomers newcomers;

  public Previews(LinkStore links, Preview preview, Newcomers newcomers) {
    this.links = links;
    this.preview = preview;
    this.newcomers = newcomers;
  }

  /** What a pass, or an introduction, would do; refused for what is no path or not there. */
  public Answer answer(Question.Preview question) {
    List<PairId> pairs = Paths.pairs(question.record(), links);
    if (!pairs.isEmpty()) {
      return others(preview.preview(pairs.get(0)), pairs);
    }
    return Paths.unlinked(question.record())
        .map(newcomers::preview)
        .orElseGet(() -> unread(question.record()));
  }

  private static Answer others(Answer.PreviewReport report, List<PairId> pairs) {
    if (pairs.size() == 1) {
      return report;
    }
    List<String> rest =
        pairs.stream().skip(1).map(pair -> pair.legalEntity().id()).distinct().toList();
    return new Answer.PreviewReport(
        report.pair(),
        report.summary() + " It is linked in " + Words.some(rest) + " too.",
        report.decisions(),
        report.problems());
  }

  private static Answer unread(String path) {
    String slug = Paths.slug(path);
    return new Answer.Refused(
        "'"
            + path
            + "' is no path: write that of a pair ("
            + slug
            + "/usmf/<Creatio id>) or of a record ("
            + slug
            + "/d365/usmf/<number>).");
  }
}

package io.weft.activities.load;

import io.weft.activities.store.Load;
import io.weft.activities.store.LoadTally;
import io.weft.activities.store.LoadTroubles;
import io.weft.activities.store.LoadTroubles.Code;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Answer.LoadLine;
import io.weft.workflows.desk.Question;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.load.LoadActivities.Ending;
import io.weft.workflows.load.LoadSummary;
import io.weft.workflows.load.LoadSummary.Group;
import io.weft.workflows.load.LoadSummary.MissingCode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/** How loads stand, for people. Reads totals only, never the records. */
final class Board {
  private static final int MOST = 100;

  private final LoadStores stores;

  Board(LoadStores stores) {
    this.stores = stores;
  }

  Answer list(Question.Loads question) {
    return new Answer.LoadList(
        stores
            .loads()
            .list(question.object(), question.legalEntity(), question.openOnly(), MOST)
            .stream()
            .map(this::line)
            .toList());
  }

  private LoadLine line(Load load) {
    LoadSummary summary = summary(load);
    return new LoadLine(
        load.id(),
        load.planOnly(),
        summary.phase(),
        summary.handled(),
        summary.total(),
        load.openedAt(),
        load.closedAt(),
        summary.ending(),
        load.isOpen() ? null : summary.conclusion());
  }

  LoadSummary summary(Load load) {
    Map<String, LoadTally.Count> counts = stores.loads().counts(load);
    Totals totals = new Totals(counts);
    Course course = new Course(stores.loads(), load, totals);
    return new LoadSummary(
        load.id(),
        load.planOnly(),
        load.choices(),
        course.phase(),
        course.handled(),
        course.total(),
        new Figures(load, totals, course).all(),
        reasons(counts),
        troubles(counts),
        codes(counts),
        Awaited.groups(load, counts),
        course.perMinute(),
        course.secondsLeft(),
        load.openedAt(),
        load.closedAt(),
        ending(load));
  }

  private static @Nullable Ending ending(Load load) {
    return switch (load.state()) {
      case OPEN -> null;
      case COMPLETED -> Ending.COMPLETED;
      case CANCELLED -> Ending.CANCELLED;
    };
  }

  private static List<Entry<String, LoadTally.Count>> most(
      Map<String, LoadTally.Count> counts, String prefix) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .sorted(Comparator.comparingLong(entry -> -entry.getValue().amount()))
        .limit(LoadSummary.LONGEST_LIST)
        .toList();
  }

  private static List<Group> reasons(Map<String, LoadTally.Count> counts) {
    return most(counts, Names.OUT).stream()
        .map(
            entry -> {
              String[] parts = entry.getKey().split("/", 3);
              LoadTally.Count count = entry.getValue();
              return new Group(parts[1], parts[2], null, count.amount(), count.example());
            })
        .toList();
  }

  private static List<Group> troubles(Map<String, LoadTally.Count> counts) {
    return most(counts, Names.TROUBLE).stream().map(Board::trouble).toList();
  }

  private static Group trouble(Entry<String, LoadTally.Count> entry) {
    LoadTroubles.Example example = example(entry.getValue());
    Problem problem = example.problem();
    return new Group(
        problem.fingerprint(),
        problem.what(),
        problem.remedy(),
        entry.getValue().amount(),
        example.record());
  }

  private static LoadTroubles.Example example(LoadTally.Count count) {
    return LoadTroubles.read(String.valueOf(count.example()));
  }

  private static List<MissingCode> codes(Map<String, LoadTally.Count> counts) {
    return most(counts, Names.CODE).stream()
        .map(
            entry -> {
              Code code = LoadTroubles.code(entry.getKey());
              return new MissingCode(
                  code.side(),
                  code.field(),
                  code.code(),
                  entry.getValue().amount(),
                  example(entry.getValue()).problem().remedy());
            })
        .toList();
  }
}

package io.weft.activities.load;

import io.weft.activities.store.DecisionStore.Decision;
import io.weft.activities.store.LoadPair;
import io.weft.workflows.load.ReviewPair;
import io.weft.workflows.load.ReviewPair.Decided;
import io.weft.workflows.load.ReviewPair.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with decisions, before any is taken. */
final class Faults {
  private final Map<String, LoadPair> pairs;
  private final List<Decision> known;
  private final Map<String, String> partners;
  private final Map<String, String> acceptedHere = new LinkedHashMap<>();
  private final List<Fault> all = new ArrayList<>();

  /**
   * @param known what was decided before about the same records
   * @param partners whom records are linked with, by key
   */
  Faults(Map<String, LoadPair> pairs, List<Decision> known, Map<String, String> partners) {
    this.pairs = pairs;
    this.known = known;
    this.partners = partners;
  }

  List<Fault> all() {
    return all;
  }

  static boolean accepts(Decided decided) {
    return decided.decision() == ReviewPair.Decision.ACCEPT;
  }

  /** Whether the very same was decided before. */
  boolean isUnchanged(Decided decided) {
    return before(decided).filter(one -> one.accepted() == accepts(decided)).isPresent();
  }

  private Optional<Decision> before(Decided decided) {
    LoadPair pair = pairs.get(decided.id());
    return pair == null
        ? Optional.empty()
        : known.stream().filter(one -> isOf(one, pair)).findFirst();
  }

  private static boolean isOf(Decision one, LoadPair pair) {
    return one.creatioKey().equals(pair.creatioKey()) && one.d365Key().equals(pair.d365Key());
  }

  void check(Decided decided) {
    LoadPair pair = pairs.get(decided.id());
    if (pair == null || pair.creatioKey() == null || pair.d365Key() == null) {
      fault(decided, "id", decided.id(), "no pair has this id", "list the reviews again");
      return;
    }
    slipped(decided, "creatioKey", decided.creatioKey(), pair.creatioKey());
    slipped(decided, "d365Key", decided.d365Key(), pair.d365Key());
    Optional<Decision> before = before(decided);
    if (before.isPresent() && before.get().accepted() != accepts(decided)) {
      String what = "the opposite was decided by " + before.get().who();
      fault(decided, "decision", word(decided), what, "undo the link, or leave it as it is");
    }
    if (accepts(decided) && !isUnchanged(decided)) {
      second(decided, "creatioKey", pair.creatioKey(), pair.d365Key());
      second(decided, "d365Key", pair.d365Key(), pair.creatioKey());
    }
  }

  private void slipped(
      Decided decided, String field, @Nullable String seen, @Nullable String real) {
    if (seen != null && !seen.equals(real)) {
      fault(decided, field, seen, "the pair's is '" + real + "'", "check the row: it has slipped");
    }
  }

  /** A record has one partner. */
  private void second(Decided decided, String field, String key, String partner) {
    String other = acceptedHere.putIfAbsent(key, partner);
    if (other == null || other.equals(partner)) {
      other = acceptedBefore(key, partner);
    }
    if (other == null) {
      other = partners.get(key);
    }
    if (other != null && !other.equals(partner)) {
      fault(decided, field, key, "it has a partner, '" + other + "'", "accept one of the two");
    }
  }

  private @Nullable String acceptedBefore(String key, String partner) {
    for (Decision one : known) {
      boolean here = one.creatioKey().equals(key) || one.d365Key().equals(key);
      String other = one.creatioKey().equals(key) ? one.d365Key() : one.creatioKey();
      if (one.accepted() && here && !other.equals(partner)) {
        return other;
      }
    }
    return null;
  }

  private static String word(Decided decided) {
    return decided.decision().name().toLowerCase(Locale.ROOT);
  }

  private void fault(Decided decided, String field, String value, String what, String remedy) {
    all.add(new Fault(decided.id(), field, value, what, remedy));
  }
}

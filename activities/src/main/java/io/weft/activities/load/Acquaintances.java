package io.weft.activities.load;

import io.weft.activities.load.Likeness.Alike;
import io.weft.activities.store.LoadRecord;
import io.weft.activities.store.LoadRecordStore.Finding;
import io.weft.activities.store.LoadRecordStore.Grade;
import io.weft.activities.store.LoadVerdict;
import io.weft.workflows.record.Side;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Who was found for the records of a page, and who else was found for those: enough to say whether
 * two have only each other. The same two are judged alike from either side.
 */
final class Acquaintances {
  private final Likeness likeness;
  private final Side side;
  private final Map<Long, List<Finding>> own = new LinkedHashMap<>();
  private final Map<Long, List<Finding>> theirs;
  private final Map<Long, LoadRecord> records = new LinkedHashMap<>();
  private final Map<Long, LoadRecord> others;

  private Acquaintances(LoadStores stores, Subject subject, Side side, List<LoadRecord> page) {
    this.likeness = subject.loadable().likeness();
    this.side = side;
    page.forEach(record -> records.put(record.sequence(), record));
    own.putAll(stores.records().findings(subject.load(), side, records.keySet()));
    Set<Long> met = new LinkedHashSet<>();
    own.values().forEach(all -> all.forEach(one -> met.add(sequence(side.other(), one))));
    this.theirs = stores.records().findings(subject.load(), side.other(), met);
    this.others = stores.records().outlines(subject.load(), side.other(), met);
    Set<Long> partners = partners();
    own.putAll(stores.records().findings(subject.load(), side, partners));
    records.putAll(stores.records().outlines(subject.load(), side, partners));
  }

  static Acquaintances of(LoadStores stores, Subject subject, Side side, List<LoadRecord> page) {
    return new Acquaintances(stores, subject, side, page);
  }

  /** Whom those are for that records of the page have little in common with, if not on the page. */
  private Set<Long> partners() {
    Set<Long> partners = new LinkedHashSet<>();
    for (List<Finding> all : own.values()) {
      for (Finding faint : all) {
        if (faint.grade() == Grade.FAINT) {
          chosenByTheOther(faint).ifPresent(one -> partners.add(sequence(side, one)));
        }
      }
    }
    partners.removeAll(records.keySet());
    return partners;
  }

  private static long sequence(Side side, Finding finding) {
    return side == Side.CREATIO ? finding.creatio() : finding.d365();
  }

  /** What was found for a record of the page, and has not answered itself. */
  List<Finding> findings(LoadRecord record) {
    return own.getOrDefault(record.sequence(), List.of()).stream()
        .filter(one -> !isAnswered(one))
        .toList();
  }

  /** Little speaks for it, and the other one has a partner for sure. */
  private boolean isAnswered(Finding finding) {
    return finding.grade() == Grade.FAINT
        && chosenByTheOther(finding)
            .filter(one -> chosen(all(sequence(side, one))).filter(one::equals).isPresent())
            .filter(this::isCertain)
            .isPresent();
  }

  private Optional<Finding> chosenByTheOther(Finding finding) {
    return chosen(theirs.getOrDefault(sequence(side.other(), finding), List.of()));
  }

  private List<Finding> all(long sequence) {
    return own.getOrDefault(sequence, List.of());
  }

  LoadRecord account(Finding finding) {
    return record(Side.CREATIO, finding);
  }

  LoadRecord customer(Finding finding) {
    return record(Side.D365, finding);
  }

  private LoadRecord record(Side wanted, Finding finding) {
    Map<Long, LoadRecord> where = wanted == side ? records : others;
    return Objects.requireNonNull(where.get(sequence(wanted, finding)));
  }

  /** What becomes of a record of the page. */
  LoadVerdict verdict(LoadRecord record) {
    if (!record.verdict().isOpen()) {
      return record.verdict();
    }
    List<Finding> found = findings(record);
    if (found.isEmpty()) {
      return record.cluster() == null ? LoadVerdict.NEW : LoadVerdict.DUPLICATE;
    }
    return sure(record).isPresent() ? LoadVerdict.SURE : LoadVerdict.DOUBTFUL;
  }

  /** The one that a record of the page has beyond doubt, if each is the other's only choice. */
  Optional<Finding> sure(LoadRecord record) {
    return chosen(all(record.sequence())).filter(this::isMutual).filter(this::isCertain);
  }

  private Optional<Finding> chosen(List<Finding> all) {
    Optional<Finding> decided = all.stream().filter(f -> f.grade() == Grade.DECIDED).findFirst();
    if (decided.isPresent()) {
      return decided;
    }
    List<Alike> alike = all.stream().map(Acquaintances::alike).toList();
    OptionalInt chosen = likeness.choose(alike);
    return chosen.isPresent() ? Optional.of(all.get(chosen.getAsInt())) : Optional.empty();
  }

  /** A choice looks at grades and scores; the proof is for people. */
  private static Alike alike(Finding finding) {
    return new Alike(finding.grade(), finding.basis(), finding.score(), Proof.NONE);
  }

  private boolean isMutual(Finding finding) {
    return chosenByTheOther(finding).filter(finding::equals).isPresent();
  }

  private boolean isCertain(Finding finding) {
    return switch (finding.grade()) {
      case FAINT, DOUBTFUL -> false;
      case SURE -> !isDoubled(finding);
      case NUMBERED, DECIDED -> true;
    };
  }

  /** A likeness of names says nothing where there are two of that name. */
  private boolean isDoubled(Finding finding) {
    return account(finding).cluster() != null || customer(finding).cluster() != null;
  }
}

package io.weft.activities.account;

import io.weft.activities.load.Likeness;
import io.weft.activities.load.Proof;
import io.weft.activities.mapping.LookUps;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.match.Basis;
import io.weft.activities.match.Blocking;
import io.weft.activities.match.Evidence;
import io.weft.activities.match.Finding;
import io.weft.activities.match.Grade;
import io.weft.activities.match.Matcher;
import io.weft.activities.match.Profile;
import io.weft.activities.match.Traits;
import io.weft.activities.match.Verdict;
import io.weft.activities.store.LoadRecordStore;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** What makes two companies alike: one truth for newcomers and loads, see {@link Matcher}. */
final class AccountLikeness implements Likeness {
  private static final int HIGHEST = 100;

  /** A choice looks at verdicts only. */
  private static final Profile NOBODY =
      new Profile(
          RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, "nobody"),
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "");

  private final Mapping mapping;
  private final LookUps lookUps;

  AccountLikeness(Mapping mapping, LookUps lookUps) {
    this.mapping = mapping;
    this.lookUps = lookUps;
  }

  @Override
  public Features of(Snapshot snapshot) {
    return new Company(Traits.of(Profile.of(snapshot, mapping, lookUps)));
  }

  @Override
  public int crowd() {
    return Blocking.MOST;
  }

  @Override
  public OptionalInt choose(List<Alike> all) {
    List<Finding> findings =
        IntStream.range(0, all.size()).mapToObj(i -> finding(all.get(i), i)).toList();
    return Matcher.chosen(findings)
        .map(chosen -> OptionalInt.of(findings.indexOf(chosen)))
        .orElse(OptionalInt.empty());
  }

  /** The place keeps two of equal verdicts apart. */
  private static Finding finding(Alike alike, int place) {
    Grade grade = alike.grade().isSure() ? Grade.SURE : Grade.DOUBTFUL;
    Evidence evidence = new Evidence(List.of(String.valueOf(place)), List.of(), List.of());
    return new Finding(
        NOBODY, new Verdict(grade, alike.score(), Basis.valueOf(alike.basis()), evidence));
  }

  private record Company(Traits traits) implements Features {
    @Override
    public String title() {
      return traits.profile().name();
    }

    @Override
    public Set<Long> hashes() {
      return new LinkedHashSet<>(Blocking.hashes(traits));
    }

    @Override
    public long home() {
      return Blocking.home(traits);
    }

    @Override
    public Optional<Alike> compare(Features other) {
      Traits others = ((Company) other).traits();
      if (Matcher.areStrangers(traits, others)) {
        return Optional.empty();
      }
      Verdict verdict = Matcher.judge(traits, others);
      return switch (verdict.grade()) {
        case NONE -> Optional.empty();
        case FAINT -> Optional.of(alike(LoadRecordStore.Grade.FAINT, verdict));
        case DOUBTFUL -> Optional.of(alike(LoadRecordStore.Grade.DOUBTFUL, verdict));
        case SURE ->
            Optional.of(
                alike(
                    verdict.basis() == Basis.LIKENESS
                        ? LoadRecordStore.Grade.SURE
                        : LoadRecordStore.Grade.NUMBERED,
                    verdict));
      };
    }

    private static Alike alike(LoadRecordStore.Grade grade, Verdict verdict) {
      int score = Math.max(0, Math.min(HIGHEST, verdict.score()));
      return new Alike(grade, verdict.basis().name(), score, proof(verdict.evidence()));
    }

    private static Proof proof(Evidence evidence) {
      return new Proof(
          evidence.agreements().stream().map(Company::kind).toList(),
          String.join(", ", evidence.agreements()),
          String.join(", ", evidence.contradictions()));
    }

    /** {@code the tax number 'DE123'} is of the kind {@code tax-number}. */
    private static String kind(String agreement) {
      return agreement
          .replaceFirst(" '.*", "")
          .replaceFirst("^(the|a) ", "")
          .toLowerCase(Locale.ROOT)
          .replace(' ', '-');
    }
  }
}

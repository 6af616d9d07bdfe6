package io.weft.activities.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The rules: when two records are surely, perhaps or not the same company. */
final class Grading {
  /** Support that an equal name needs to be linked by itself: a city, and nothing against it. */
  private static final int FOR_AN_EQUAL_NAME = 5;

  /** Support that a misspelt name needs: two of phone, e-mail, address. */
  private static final int FOR_A_MISSPELT_NAME = 25;

  /** Support that a name alike needs to be shown to a person. */
  private static final int TO_BE_SHOWN = 1;

  /** Below this support, an equal name is no more than that: city, and two others, differ. */
  private static final int NAMESAKE = -9;

  private final Facts facts;
  private final List<String> contradictions = new ArrayList<>();

  private Grading(Facts facts) {
    this.facts = facts;
    contradict(Trait.TAX_NUMBER, profile -> profile.taxNumber());
    contradict(Trait.COUNTRY, profile -> profile.country());
    contradict(Trait.CUSTOMER_NUMBER, profile -> profile.customerAccount());
    contradictNumbers();
  }

  /** The verdict on two records; their order changes its words only. */
  static Verdict of(Facts facts) {
    Grading grading = new Grading(facts);
    return new Verdict(
        grading.grade(), facts.score(), grading.basis(), Words.of(facts, grading.contradictions));
  }

  private void contradict(Trait trait, java.util.function.Function<Profile, String> value) {
    if (facts.differ(trait)) {
      contradictions.add(
          trait.differ(value.apply(facts.one().profile()), value.apply(facts.other().profile())));
    }
  }

  /** What makes the same number of two records doubtful. */
  private void contradictNumbers() {
    String one = facts.one().profile().name();
    String other = facts.other().profile().name();
    boolean numbered = facts.same(Trait.CUSTOMER_NUMBER) || facts.same(Trait.TAX_NUMBER);
    if (numbered && facts.names() == Likeness.OTHER) {
      contradictions.add("the names differ ('" + one + "', '" + other + "')");
    } else if (numbered && partsOfGroup()) {
      contradictions.add("the names may be parts of a group ('" + one + "', '" + other + "')");
    }
    if (!facts.same(Trait.CUSTOMER_NUMBER) && elsewhere()) {
      contradictions.add("it may be another branch");
    }
  }

  /** One is the holding, the other is not. */
  private boolean partsOfGroup() {
    return !groupWords(facts.one()).equals(groupWords(facts.other()));
  }

  private static Set<String> groupWords(Traits traits) {
    Set<String> words = new TreeSet<>(traits.name().texts());
    words.removeIf(word -> !Vocabulary.isPartOfGroup(word));
    return words;
  }

  /** Branches share name, tax number and domain; not their address, phone and e-mail. */
  private boolean elsewhere() {
    boolean otherCity =
        facts.differ(Trait.CITY) && (facts.differ(Trait.PHONE) || facts.differ(Trait.EMAIL));
    return ((facts.differ(Trait.ADDRESS) && !isInTheSameQuarter()) || otherCity)
        && !facts.same(Trait.EMAIL)
        && !facts.same(Trait.PHONE);
  }

  /** Two branches of one company are hardly in one postal code: it has moved, or has two doors. */
  private boolean isInTheSameQuarter() {
    return facts.same(Trait.ZIP)
        && facts.same(Trait.CITY)
        && (facts.same(Trait.TAX_NUMBER) || facts.same(Trait.DOMAIN));
  }

  private Grade grade() {
    boolean sure = sure();
    if (sure && contradictions.isEmpty()) {
      return Grade.SURE;
    }
    if (!sure && !doubtful()) {
      return Grade.NONE;
    }
    return sharesMoreThanItsName() ? Grade.DOUBTFUL : Grade.FAINT;
  }

  private boolean sharesMoreThanItsName() {
    return facts.same(Trait.CUSTOMER_NUMBER)
        || facts.same(Trait.TAX_NUMBER)
        || facts.same(Trait.EMAIL)
        || facts.same(Trait.PHONE)
        || facts.same(Trait.ADDRESS);
  }

  private boolean sure() {
    return facts.same(Trait.CUSTOMER_NUMBER)
        || (facts.same(Trait.TAX_NUMBER) && facts.names().near())
        || (sureByName() && facts.same(Trait.COUNTRY) && !facts.differ(Trait.LEGAL_FORM));
  }

  private boolean sureByName() {
    return !isAnotherElsewhere()
        && switch (facts.names()) {
          case EQUAL -> isReachedAlike() && facts.support() >= FOR_AN_EQUAL_NAME;
          case MISSPELT -> isReachedAlike() && facts.support() >= FOR_A_MISSPELT_NAME;
          case CONTAINED, OTHER, UNKNOWN -> false;
        };
  }

  /** Found by more than the name: by a key of {@link Blocking}, that is. */
  private boolean isReachedAlike() {
    return facts.same(Trait.DOMAIN)
        || facts.same(Trait.PHONE)
        || facts.same(Trait.EMAIL)
        || facts.same(Trait.ADDRESS)
        || (facts.same(Trait.CITY) && sharesStem());
  }

  private boolean sharesStem() {
    return !Collections.disjoint(facts.one().stems(), facts.other().stems());
  }

  private boolean doubtful() {
    boolean otherCompany = hasAnotherTaxNumber();
    boolean sameMail =
        facts.same(Trait.EMAIL) && !(otherCompany && facts.names() == Likeness.OTHER);
    return facts.same(Trait.TAX_NUMBER) || sameMail || doubtfulByName(otherCompany);
  }

  /** Too much is known that differs: many companies share a name. */
  private boolean isNamesake() {
    return facts.support() < NAMESAKE;
  }

  private boolean hasAnotherTaxNumber() {
    return facts.differ(Trait.TAX_NUMBER)
        && !facts.one().taxNumber().near(facts.other().taxNumber());
  }

  /** Another tax number in another place, and no mail or phone in common: it is a namesake. */
  private boolean isAnotherElsewhere() {
    return hasAnotherTaxNumber() && elsewhere();
  }

  private boolean doubtfulByName(boolean otherCompany) {
    return switch (facts.names()) {
      case EQUAL ->
          (isReachedAlike() && !isAnotherElsewhere())
              || !(otherCompany || facts.differ(Trait.COUNTRY) || isNamesake());
      case MISSPELT, CONTAINED ->
          isReachedAlike() && !otherCompany && facts.support() >= TO_BE_SHOWN;
      case OTHER, UNKNOWN -> false;
    };
  }

  private Basis basis() {
    if (facts.same(Trait.CUSTOMER_NUMBER)) {
      return Basis.CUSTOMER_NUMBER;
    }
    return facts.same(Trait.TAX_NUMBER) ? Basis.TAX_NUMBER : Basis.LIKENESS;
  }
}

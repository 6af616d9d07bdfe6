package io.weft.activities.match;

import java.util.ArrayList;
import java.util.List;

/** Two profiles side by side. */
final class Comparison {
  /** What the candidate is to the newcomer. */
  enum Grade {
    SURE,
    DOUBTFUL,
    NONE
  }

  private final Profile candidate;
  private final List<String> agreements = new ArrayList<>();
  private final List<String> contradictions = new ArrayList<>();
  private final boolean sameNumber;
  private final boolean sameTax;
  private final boolean sameName;
  private final boolean similarName;
  private final boolean sameCountry;
  private final boolean supported;
  private final boolean sameEmail;
  private final int taxNumbers;

  Comparison(Profile newcomer, Profile candidate) {
    this.candidate = candidate;
    String left = NormalForm.name(newcomer.name());
    String right = NormalForm.name(candidate.name());
    sameNumber =
        same("the customer number", newcomer.customerAccount(), candidate.customerAccount());
    taxNumbers = known(newcomer.taxNumber()) + known(candidate.taxNumber());
    sameTax =
        agrees(
            "the tax number",
            NormalForm.sameTaxNumber(newcomer.taxNumber(), candidate.taxNumber()),
            candidate.taxNumber());
    sameName = agrees("the name", !left.isEmpty() && left.equals(right), candidate.name());
    similarName =
        sameName || agrees("a similar name", Similar.names(left, right), candidate.name());
    sameCountry = same("the country", newcomer.country(), candidate.country());
    boolean city =
        same("the city", NormalForm.plain(newcomer.city()), NormalForm.plain(candidate.city()));
    sameEmail =
        same("the e-mail", NormalForm.email(newcomer.email()), NormalForm.email(candidate.email()));
    String domain = NormalForm.companyDomain(newcomer.email());
    boolean mail =
        !sameEmail && same("the mail domain", domain, NormalForm.companyDomain(candidate.email()));
    boolean phone =
        agrees(
            "the phone",
            NormalForm.samePhone(newcomer.phone(), candidate.phone()),
            candidate.phone());
    supported = city || mail || (sameEmail && !domain.isEmpty()) || phone;
    contradict(newcomer);
  }

  private static int known(String text) {
    return text.isBlank() ? 0 : 1;
  }

  private boolean same(String what, String left, String right) {
    return agrees(what, !left.isEmpty() && left.equalsIgnoreCase(right), right);
  }

  private boolean agrees(String what, boolean same, String value) {
    if (same) {
      agreements.add(what + " '" + value + "'");
    }
    return same;
  }

  private void contradict(Profile newcomer) {
    differ("the tax numbers", sameTax, newcomer.taxNumber(), candidate.taxNumber());
    differ("the countries", sameCountry, newcomer.country(), candidate.country());
    differ(
        "the customer numbers",
        sameNumber,
        newcomer.customerAccount(),
        candidate.customerAccount());
    if ((sameNumber || sameTax) && !similarName) {
      differ("the names", false, newcomer.name(), candidate.name());
    }
  }

  private void differ(String what, boolean same, String left, String right) {
    if (!same && !left.isBlank() && !right.isBlank()) {
      contradictions.add(what + " differ ('" + left + "', '" + right + "')");
    }
  }

  Grade grade() {
    boolean sure = sameNumber || (sameTax && similarName) || (sameName && sameCountry && supported);
    if (sure) {
      return contradictions.isEmpty() ? Grade.SURE : Grade.DOUBTFUL;
    }
    boolean otherTaxNumber = !sameTax && taxNumbers == 2;
    boolean near =
        sameTax || sameName || sameEmail || (similarName && supported && !otherTaxNumber);
    return near ? Grade.DOUBTFUL : Grade.NONE;
  }

  /** Whether a number of its own says so, not the name. */
  boolean numbered() {
    return sameNumber || sameTax;
  }

  Profile candidate() {
    return candidate;
  }

  Evidence evidence() {
    return new Evidence(agreements, contradictions);
  }

  Match.Finding finding() {
    return new Match.Finding(candidate, evidence());
  }
}

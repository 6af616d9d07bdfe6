package io.weft.activities.match;

import java.util.ArrayList;
import java.util.List;

/** Puts facts into words. */
final class Words {
  private Words() {}

  static Evidence of(Facts facts, List<String> contradictions) {
    return new Evidence(shared(facts), contradictions, differences(facts));
  }

  private static List<String> shared(Facts facts) {
    List<String> shared = new ArrayList<>();
    share(shared, facts, Trait.CUSTOMER_NUMBER);
    share(shared, facts, Trait.TAX_NUMBER);
    name(facts, shared);
    for (Trait trait : Trait.values()) {
      if (trait.compareTo(Trait.TAX_NUMBER) > 0 && trait != Trait.LEGAL_FORM) {
        share(shared, facts, trait);
      }
    }
    return shared;
  }

  private static void name(Facts facts, List<String> shared) {
    String name = " '" + facts.other().profile().name() + "'";
    switch (facts.names()) {
      case EQUAL -> shared.add("the name" + name);
      case MISSPELT, CONTAINED -> shared.add("a similar name" + name);
      case OTHER, UNKNOWN -> {
        // nothing that they share
      }
    }
  }

  private static void share(List<String> shared, Facts facts, Trait trait) {
    if (facts.same(trait)) {
      shared.add(trait.same(value(trait, facts.other().profile())));
    }
  }

  private static List<String> differences(Facts facts) {
    List<String> differences = new ArrayList<>();
    for (Trait trait : Trait.values()) {
      boolean soft = trait.supports() || trait == Trait.LEGAL_FORM;
      if (soft && facts.differ(trait)) {
        differences.add(trait.plural());
      }
    }
    return differences;
  }

  private static String value(Trait trait, Profile profile) {
    return switch (trait) {
      case CUSTOMER_NUMBER -> profile.customerAccount();
      case TAX_NUMBER -> profile.taxNumber();
      case COUNTRY -> profile.country();
      case LEGAL_FORM -> "";
      case CITY -> profile.city();
      case ZIP -> profile.zip();
      case ADDRESS -> profile.street();
      case EMAIL -> profile.email();
      case DOMAIN ->
          profile.web().isBlank()
              ? NormalForm.email(profile.email()).replaceFirst("^.*@", "")
              : profile.web();
      case PHONE -> profile.phone();
    };
  }
}

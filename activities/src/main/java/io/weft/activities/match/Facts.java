package io.weft.activities.match;

import static io.weft.activities.match.Trait.Agreement.DIFFERENT;
import static io.weft.activities.match.Trait.Agreement.SAME;
import static io.weft.activities.match.Trait.Agreement.UNKNOWN;

import io.weft.activities.match.Trait.Agreement;
import io.weft.workflows.record.Side;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Two records side by side: what is the same, what differs, what is not known. */
record Facts(Traits one, Traits other, Likeness names, Map<Trait, Agreement> agreements) {

  static Facts of(Traits one, Traits other) {
    Map<Trait, Agreement> facts = new EnumMap<>(Trait.class);
    facts.put(Trait.CUSTOMER_NUMBER, customerNumber(one, other));
    facts.put(Trait.TAX_NUMBER, taxNumber(one.taxNumber(), other.taxNumber()));
    facts.put(Trait.COUNTRY, equal(one.country(), other.country()));
    facts.put(Trait.LEGAL_FORM, equal(one.name().kind(), other.name().kind()));
    facts.put(Trait.CITY, city(one.address().city(), other.address().city()));
    facts.put(Trait.ZIP, equal(one.address().zip(), other.address().zip()));
    facts.put(Trait.ADDRESS, address(one.address(), other.address()));
    facts.put(Trait.EMAIL, equal(one.email(), other.email()));
    facts.put(Trait.DOMAIN, domain(one, other));
    facts.put(Trait.PHONE, phone(one.phone(), other.phone()));
    return new Facts(one, other, Similar.names(one.name(), other.name()), facts);
  }

  /** Whether more than their names and places may make them one. */
  static boolean shareNumberOrMail(Traits one, Traits other) {
    return equal(one.email(), other.email()) == SAME
        || taxNumber(one.taxNumber(), other.taxNumber()) == SAME
        || customerNumber(one, other) == SAME;
  }

  private static Agreement agreement(boolean known, boolean same) {
    return same ? SAME : known ? DIFFERENT : UNKNOWN;
  }

  private static Agreement equal(String one, String other) {
    boolean known = !one.isEmpty() && !other.isEmpty();
    return agreement(known, known && one.equals(other));
  }

  /** Two customers of D365 always have two numbers. */
  private static Agreement customerNumber(Traits one, Traits other) {
    boolean customers = isCustomer(one) && isCustomer(other);
    return customers ? UNKNOWN : equal(one.customerNumber(), other.customerNumber());
  }

  private static boolean isCustomer(Traits traits) {
    return traits.profile().record().side() == Side.D365;
  }

  private static Agreement taxNumber(TaxNumber one, TaxNumber other) {
    return agreement(one.isKnown() && other.isKnown(), one.same(other));
  }

  private static Agreement city(String one, String other) {
    return agreement(!one.isEmpty() && !other.isEmpty(), City.same(one, other));
  }

  private static Agreement address(Address one, Address other) {
    return agreement(one.canCompare(other), one.same(other));
  }

  private static Agreement domain(Traits one, Traits other) {
    boolean known = !one.domains().isEmpty() && !other.domains().isEmpty();
    return agreement(known, known && !Collections.disjoint(one.domains(), other.domains()));
  }

  private static Agreement phone(Phone one, Phone other) {
    return agreement(one.isKnown() && other.isKnown(), one.same(other));
  }

  boolean same(Trait trait) {
    return agreements.get(trait) == SAME;
  }

  boolean differ(Trait trait) {
    return agreements.get(trait) == DIFFERENT;
  }

  /** Points for and against, from where the companies are and how they are reached. */
  int support() {
    return agreements.entrySet().stream()
        .filter(fact -> fact.getKey().supports())
        .mapToInt(fact -> fact.getKey().points(fact.getValue()))
        .sum();
  }

  int score() {
    int sum = names.points();
    for (Map.Entry<Trait, Agreement> fact : agreements.entrySet()) {
      sum += fact.getKey().points(fact.getValue());
    }
    return Math.max(0, sum);
  }
}

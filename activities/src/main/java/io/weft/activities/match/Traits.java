package io.weft.activities.match;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A profile in its normal forms. They are costly to make: whoever compares a record more than once
 * keeps them.
 */
public final class Traits {
  private final Profile profile;
  private final String customerNumber;
  private final TaxNumber taxNumber;
  private final CompanyName name;
  private final String email;
  private final Set<String> domains;
  private final Phone phone;
  private final Address address;
  private final String country;
  private final Set<String> stems;

  private Traits(Profile profile) {
    this.profile = profile;
    this.customerNumber = profile.customerAccount().strip().toUpperCase(Locale.ROOT);
    this.taxNumber = TaxNumber.of(profile.taxNumber());
    this.name = CompanyName.of(profile.name());
    this.email = NormalForm.email(profile.email());
    this.domains = domains(profile);
    this.country = Countries.code(profile.country());
    this.phone = Phone.of(profile.phone(), country);
    this.address = Address.of(profile.street(), profile.zip(), profile.city(), country);
    this.stems = Blocking.stems(name);
  }

  /** The normal forms of a profile. */
  public static Traits of(Profile profile) {
    return new Traits(profile);
  }

  private static Set<String> domains(Profile profile) {
    Set<String> domains = new TreeSet<>();
    domains.add(Domains.ofMail(profile.email()));
    domains.add(Domains.ofWeb(profile.web()));
    domains.remove("");
    return domains;
  }

  /** The record as it came. */
  public Profile profile() {
    return profile;
  }

  String customerNumber() {
    return customerNumber;
  }

  TaxNumber taxNumber() {
    return taxNumber;
  }

  CompanyName name() {
    return name;
  }

  String email() {
    return email;
  }

  /** The company's own domains, of mail and web: at most two. */
  Set<String> domains() {
    return domains;
  }

  Phone phone() {
    return phone;
  }

  Address address() {
    return address;
  }

  String country() {
    return country;
  }

  /** What names that are alike have in common. */
  Set<String> stems() {
    return stems;
  }
}

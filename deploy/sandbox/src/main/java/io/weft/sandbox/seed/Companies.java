package io.weft.sandbox.seed;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two lists of made-up companies that follow from a number. The first {@code overlap} of the
 * smaller list are on both; no two companies share name, e-mail or tax number.
 */
public record Companies(List<Company> accounts, List<Company> customers) {
  private static final List<String> FIRST =
      List.of(
          "Nord", "Alpen", "Sol", "Blue", "Silver", "Harbor", "Grand", "Baltic", "Terra", "Aqua",
          "Iron", "Clear", "Stone", "Green", "Royal", "Delta", "Omega", "North", "West", "Bright",
          "Crown", "River", "Summit", "Atlas", "Polar", "Cedar", "Maple", "Falcon", "Orion", "Vega",
          "Luna", "Merid", "Auro", "Vento", "Porto", "Kron", "Sten", "Lind", "Berg", "Fjord");
  private static final List<String> SECOND =
      List.of(
          "stern", "land", "field", "wood", "line", "point", "gate", "mark", "bridge", "way",
          "light", "path", "crest", "peak", "port", "haven", "brook", "hill", "ridge", "shore",
          "works", "craft", "tec", "nova", "dyn", "flex", "max", "tron", "core", "link");
  private static final List<String> TRADE =
      List.of(
          "Logistics",
          "Foods",
          "Systems",
          "Instruments",
          "Textiles",
          "Valves",
          "Retail",
          "Pharma",
          "Energy",
          "Optics",
          "Packaging",
          "Machinery",
          "Tools",
          "Paper",
          "Furniture",
          "Chemicals",
          "Electric",
          "Shipping",
          "Ceramics",
          "Motors",
          "Medical",
          "Trading",
          "Building Supplies",
          "Software",
          "Glass",
          "Plastics",
          "Metals",
          "Marine",
          "Fasteners",
          "Coatings");

  /** Returns the companies of a plan. */
  public static Companies of(SeedPlan plan) {
    Maker maker = new Maker(plan.seed(), lands(plan.country()));
    int both = (int) Math.round(plan.overlap() * Math.min(plan.accounts(), plan.customers()));
    List<Company> accounts = new ArrayList<>();
    List<Company> customers = new ArrayList<>();
    for (int i = 0; i < both; i++) {
      Company company = maker.next(true);
      accounts.add(company);
      customers.add(maker.chance(plan.variants()) ? Spelling.other(company) : company);
    }
    while (accounts.size() < plan.accounts()) {
      accounts.add(maker.next(false));
    }
    while (customers.size() < plan.customers()) {
      customers.add(maker.next(false));
    }
    return new Companies(accounts, customers);
  }

  private static List<Land> lands(@Nullable String country) {
    List<Land> lands =
        Stream.of(Land.values())
            .filter(land -> country == null || land.iso2.equalsIgnoreCase(country))
            .toList();
    if (lands.isEmpty()) {
      throw new IllegalArgumentException("no companies are made up in '" + country + "'");
    }
    return lands;
  }

  private static final class Maker {
    private final RandomGenerator random;
    private final Set<String> names = new TreeSet<>();
    private final Set<String> numbers = new TreeSet<>();
    private final List<Land> lands;
    private int made;

    Maker(long seed, List<Land> lands) {
      random = new SplittableRandom(seed);
      this.lands = lands;
    }

    boolean chance(double share) {
      return random.nextDouble() < share;
    }

    Company next(boolean common) {
      Land land = Land.pick(lands, random);
      String brand = brand();
      String trade = Land.pick(TRADE, random);
      while (!names.add(brand + trade)) {
        brand = brand();
      }
      String host = plain(brand + "-" + trade) + "." + land.domain;
      String[] town = land.town(random);
      String person = People.name(random);
      made++;
      return new Company(
          made,
          common,
          brand + " " + trade + " " + land.legalForm(random),
          land.street(random),
          town[0],
          town[1],
          town[2],
          land.countryName,
          land.iso2,
          land.iso3,
          land.phone(random),
          "office@" + host,
          "www." + host,
          taxNumber(land),
          land.currency,
          Land.pick(List.of("10", "20", "30", "80"), random),
          Land.pick(List.of("Net10", "Net30", "Net45", "COD"), random),
          land == Land.UNITED_STATES ? "TX" : "EU",
          random.nextInt(5),
          person,
          plain(person.replace(' ', '.')) + "@" + host);
    }

    private String brand() {
      String brand = Land.pick(FIRST, random) + Land.pick(SECOND, random);
      return chance(0.5) ? brand : brand + " " + Land.pick(FIRST, random);
    }

    private String taxNumber(Land land) {
      String number = land.taxNumber(random);
      while (!numbers.add(number)) {
        number = land.taxNumber(random);
      }
      return number;
    }

    private static String plain(String text) {
      return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
          .replaceAll("[^a-z0-9.-]", "");
    }
  }
}

package io.weft.sandbox.seed;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two lists of made-up companies that follow from a number. The first {@code overlap} of the
 * smaller list are on both; no two companies share name, e-mail or tax number.
 */
public final class Companies {
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

  private final SeedPlan plan;
  private final List<Land> lands;

  private Companies(SeedPlan plan, List<Land> lands) {
    this.plan = plan;
    this.lands = lands;
  }

  /**
   * Returns the companies of a plan.
   *
   * @throws IllegalArgumentException if there is no such country
   */
  public static Companies of(SeedPlan plan) {
    return new Companies(plan, lands(plan.country()));
  }

  /** Returns those that Creatio knows; made up anew by each walk, so that nobody holds them all. */
  public Iterable<Company> accounts() {
    return () -> walk().map(Both::account).filter(Objects::nonNull).iterator();
  }

  /** Returns those that D365 knows, in its spelling; as {@link #accounts}. */
  public Iterable<Company> customers() {
    return () -> walk().map(Both::customer).filter(Objects::nonNull).iterator();
  }

  /** A company as each system spells it; null where one does not know it. */
  private record Both(@Nullable Company account, @Nullable Company customer) {}

  private Stream<Both> walk() {
    Maker maker = new Maker(plan.seed(), lands);
    int both = (int) Math.round(plan.overlap() * Math.min(plan.accounts(), plan.customers()));
    Stream<Both> common = made(both, () -> common(maker));
    Stream<Both> accounts = made(plan.accounts() - both, () -> new Both(maker.next(false), null));
    Stream<Both> customers = made(plan.customers() - both, () -> new Both(null, maker.next(false)));
    // Not flatMap: its iterator holds a whole part at a time.
    return Stream.concat(Stream.concat(common, accounts), customers);
  }

  private static Stream<Both> made(int count, Supplier<Both> maker) {
    return IntStream.range(0, count).mapToObj(i -> maker.get());
  }

  private Both common(Maker maker) {
    Company company = maker.next(true);
    return new Both(company, maker.chance(plan.variants()) ? Spelling.other(company) : company);
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
    /** So many vain tries, and names of two words are taken for this trade. */
    private static final int PATIENCE = 50;

    /** More companies live in other towns, made up from these: no town grows without end. */
    private static final int LIVE_TOGETHER = 100_000;

    private static final List<String> BEGINNINGS =
        List.of("", "Ar", "Be", "Du", "El", "Fi", "Gi", "Ha", "Is", "Ky", "Lo", "My", "Ob", "Pu");

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
      for (int tries = 1; !names.add(brand + trade); tries++) {
        brand = tries < PATIENCE ? brand() : brand() + " " + Land.pick(FIRST, random);
      }
      String host = plain(brand + "-" + trade) + "." + land.domain;
      String[] town = land.town(random);
      int region = made / LIVE_TOGETHER % BEGINNINGS.size();
      String person = People.name(random);
      made++;
      return new Company(
          made,
          common,
          brand + " " + trade + " " + land.legalForm(random),
          land.street(random),
          BEGINNINGS.get(region) + town[0],
          elsewhere(town[1], region),
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

    /** The postal code of another region's town: no two towns have one. */
    private static String elsewhere(String postalCode, int region) {
      return postalCode
          .chars()
          .map(c -> Character.isDigit(c) ? '0' + (c - '0' + region) % 10 : c)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
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

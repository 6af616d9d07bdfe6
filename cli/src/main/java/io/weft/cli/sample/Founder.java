package io.weft.cli.sample;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Founds companies: by the name of a person, of a town or an invented one; some with sisters in the
 * same house, some with branches elsewhere.
 */
final class Founder {
  private static final List<String> SYLLABLES =
      List.of(
          "vel", "tor", "mar", "zen", "lux", "ka", "ri", "don", "pla", "sto", "qui", "ner", "bel",
          "ax", "um", "ga", "fle", "xo", "dra", "li", "no", "per", "sa", "tri", "cal", "ve", "mon",
          "te", "ru", "by", "hal", "in", "os", "pra", "syn", "ty", "wen", "yar", "zu", "ko", "ent",
          "fa", "gor", "hy", "jo", "ken", "lam", "mi", "ny", "or");
  private static final List<String> MAILBOXES =
      List.of("info", "office", "contact", "sales", "mail", "kontakt", "accounting", "service");

  private final Dice dice;
  private final Set<String> domains = new TreeSet<>();

  Founder(Dice dice) {
    this.dice = dice;
  }

  /** A company with its sisters and branches: one to four companies of their own. */
  List<Company> found() {
    Land land = dice.of(Land.ALL);
    Company first = company(land);
    List<Company> family = new ArrayList<>(List.of(first));
    if (dice.falls(0.06)) {
      family.add(sister(first));
    }
    if (dice.falls(0.02)) {
      family.add(sister(first));
    }
    if (dice.falls(0.05)) {
      family.add(branch(first));
    }
    return family;
  }

  private Company company(Land land) {
    String trade = dice.of(land.trades());
    String core = core(land);
    boolean traded = dice.falls(0.7);
    Land.Town town = dice.of(land.towns());
    return new Company(
        land,
        core,
        traded ? trade : "",
        dice.of(land.forms()),
        dice.fill(land.tax()),
        domain(core + (traded && dice.falls(0.6) ? " " + trade : ""), land),
        dice.of(MAILBOXES),
        town,
        town.zip() + zipEnd(land),
        dice.of(land.streets()),
        1 + dice.below(180),
        dice.digits(5 + dice.below(2)));
  }

  private String core(Land land) {
    int kind = dice.below(10);
    if (kind < 4) {
      return surname(land);
    } else if (kind == 4) {
      return surname(land) + " & " + surname(land);
    } else if (kind == 5) {
      return invented() + " " + dice.of(land.towns()).name();
    }
    return dice.falls(0.3) ? invented() + " " + invented() : invented();
  }

  /** A hundred names are a quarter of the people; the others have some thousand. */
  private String surname(Land land) {
    return dice.falls(0.25)
        ? dice.of(land.surnames())
        : dice.of(land.rareBeginnings()) + dice.of(land.rareEndings());
  }

  private String invented() {
    StringBuilder name = new StringBuilder();
    int syllables = 2 + dice.below(2);
    for (int i = 0; i < syllables; i++) {
      name.append(dice.of(SYLLABLES));
    }
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private String zipEnd(Land land) {
    StringBuilder end = new StringBuilder();
    for (int i = 0; i < land.zip().length(); i++) {
      char c = land.zip().charAt(i);
      boolean letter = c == 'A' || c == 'B';
      end.append(
          letter ? (char) ('A' + dice.below(20)) : c == '#' ? (char) ('0' + dice.below(10)) : c);
    }
    return end.toString();
  }

  /** Nobody else's: who comes second adds a number. */
  private String domain(String name, Land land) {
    String plain =
        Normalizer.normalize(Spelling.latin(name.toLowerCase(Locale.ROOT)), Normalizer.Form.NFD)
            .replaceAll("[^a-z0-9 ]", "")
            .strip()
            .replaceAll(" +", dice.falls(0.5) ? "-" : "");
    String ending = "." + (dice.falls(0.7) ? land.tld() : "com");
    String domain = plain + ending;
    while (!domains.add(domain)) {
      domain = plain + (1 + dice.below(9999)) + ending;
    }
    return domain;
  }

  /** Another company of the same group: same house and domain, own tax number, mostly own phone. */
  private Company sister(Company of) {
    Land land = of.land();
    String part = dice.of(land.parts());
    Company sister = of.named(of.core() + " " + part, dice.of(land.forms()), dice.fill(land.tax()));
    return dice.falls(0.4) ? sister : sister.reachedBy(dice.of(MAILBOXES), dice.digits(6));
  }

  /** The same company elsewhere, as a customer of its own: same name, tax number and domain. */
  private Company branch(Company of) {
    Land.Town town = dice.of(of.land().towns());
    String mailbox = town.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "") + "1";
    return of.at(
            town, town.zip() + zipEnd(of.land()), dice.of(of.land().streets()), 1 + dice.below(180))
        .reachedBy(mailbox, dice.digits(6));
  }
}

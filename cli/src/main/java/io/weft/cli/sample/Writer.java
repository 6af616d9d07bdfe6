package io.weft.cli.sample;

import io.weft.activities.match.Profile;
import io.weft.workflows.record.RecordRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Enters a company into a system as a person would: roughly. */
final class Writer {
  private final Dice dice;
  private final Noise noise;

  Writer(Dice dice, Noise noise) {
    this.dice = dice;
    this.noise = noise;
  }

  private boolean happens(double probability) {
    return dice.falls(noise.of(probability));
  }

  Profile write(RecordRef record, Company company, String customerNumber) {
    Company now = happens(0.05) ? moved(company) : company;
    String name = name(now);
    boolean latin = happens(0.5);
    String street = happens(0.04) ? "" : street(now);
    return new Profile(
        record,
        customerNumber,
        latin ? Spelling.latin(name) : name,
        happens(0.15) ? "" : taxNumber(now.taxNumber()),
        happens(0.15) ? "" : email(now),
        happens(0.4) ? "" : web(now.domain()),
        happens(0.12) ? "" : phone(now),
        latin ? Spelling.latin(street) : street,
        happens(0.04) ? "" : now.zip(),
        happens(0.02) ? "" : city(now, latin),
        now.land().iso3());
  }

  private Company moved(Company company) {
    Land.Town town = dice.falls(0.3) ? dice.of(company.land().towns()) : company.town();
    String zip =
        town.zip() + company.zip().substring(Math.min(town.zip().length(), company.zip().length()));
    return company.at(town, zip, dice.of(company.land().streets()), 1 + dice.below(180));
  }

  private String name(Company company) {
    String extra = happens(0.03) ? "" : company.extra();
    if (happens(0.02)) {
      extra = extra + " " + company.land().country();
    }
    String name = (company.core() + " " + extra).strip();
    name = happens(0.05) ? typo(name) : name;
    name = happens(0.03) ? turned(name) : name;
    name = happens(0.1) ? Spelling.shortened(name) : name;
    name = happens(0.08) ? name.replace(" & ", dice.falls(0.5) ? " und " : " + ") : name;
    name = happens(0.12) ? Spelling.bare(name, dice.falls(0.5)) : name;
    name = formed(name, company);
    return happens(0.08) ? name.toUpperCase(Locale.ROOT) : name;
  }

  private String typo(String name) {
    List<String> words = new ArrayList<>(Arrays.asList(name.split(" ")));
    int at = dice.below(words.size());
    words.set(at, Spelling.typo(words.get(at), dice));
    return String.join(" ", words);
  }

  private static String turned(String name) {
    List<String> words = new ArrayList<>(Arrays.asList(name.split(" ")));
    Collections.rotate(words, 1);
    return String.join(" ", words);
  }

  private String formed(String name, Company company) {
    if (happens(0.15)) {
      return name;
    }
    Land.Form form = happens(0.015) ? dice.of(company.land().forms()) : company.form();
    String written = happens(0.2) ? dice.of(form.spellings()) : form.name();
    return name + (happens(0.1) ? ", " : " ") + written;
  }

  private String taxNumber(String number) {
    String written = happens(0.01) ? Spelling.typo(number, dice) : number;
    return switch (dice.below(6)) {
      case 0 -> written.replaceFirst("^([A-Z]{2})", "$1 ");
      case 1 -> written.replaceAll("(\\d{3})(?=\\d)", "$1 ");
      case 2 -> written.replaceAll("(\\d{3})(?=\\d)", "$1.");
      case 3 -> happens(0.5) ? written.replaceFirst("^[A-Z]{2}", "") : written;
      default -> written;
    };
  }

  private String email(Company company) {
    if (happens(0.04)) {
      return Spelling.bare(Spelling.latin(company.core().toLowerCase(Locale.ROOT)), false)
              .replaceAll("[^a-z]", "")
          + dice.below(90)
          + "@gmail.com";
    }
    String mailbox = happens(0.15) ? "person" + dice.below(900) : company.mailbox();
    String domain = happens(0.02) ? "old-" + company.domain() : company.domain();
    String mail = mailbox + "@" + domain;
    return happens(0.1) ? mail.toUpperCase(Locale.ROOT) : mail;
  }

  private String web(String domain) {
    return switch (dice.below(4)) {
      case 0 -> "https://www." + domain + "/";
      case 1 -> "http://" + domain + "/index.html";
      case 2 -> domain;
      default -> "www." + domain;
    };
  }

  private String phone(Company company) {
    String number = happens(0.08) ? dice.digits(6) : company.phone();
    String area = company.town().area();
    Land land = company.land();
    if (land.iso3().equals("USA")) {
      String seven = (number + "5550").substring(0, 7);
      return dice.falls(0.5)
          ? "(" + area + ") " + seven.substring(0, 3) + "-" + seven.substring(3)
          : "+1 " + area + " " + seven;
    }
    return switch (dice.below(4)) {
      case 0 -> "+" + land.calling() + " " + bare(area, land) + " " + number;
      case 1 -> national(area, land) + "/" + number;
      case 2 -> "00" + land.calling() + bare(area, land) + number;
      default -> national(area, land) + " " + number.substring(0, 2) + " " + number.substring(2);
    };
  }

  private static String bare(String area, Land land) {
    return land.trunk().isEmpty() ? area : area.replaceFirst("^0", "");
  }

  private static String national(String area, Land land) {
    return land.trunk() + bare(area, land);
  }

  private String street(Company company) {
    String street = happens(0.3) ? Spelling.shortStreet(company.street()) : company.street();
    String written = happens(0.1) ? Spelling.bare(street, dice.falls(0.5)) : street;
    String house = company.house() + (happens(0.04) ? "a" : "");
    return company.land().houseFirst()
        ? house + (happens(0.3) ? ", " : " ") + written
        : written + " " + house;
  }

  private String city(Company company, boolean latin) {
    String city = happens(0.15) ? company.town().other() : company.town().name();
    String written = happens(0.05) ? Spelling.bare(city, dice.falls(0.5)) : city;
    return latin ? Spelling.latin(written) : written;
  }
}

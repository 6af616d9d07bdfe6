package io.weft.cli.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * What companies of a country are made of: {@code sample/CODE.properties}.
 *
 * @param trunk what is dialled before an area within the country
 * @param surnames the most common ones
 * @param rareBeginnings how all others begin, which end in one of {@code rareEndings}
 * @param houseFirst whether the house number stands before the street
 */
record Land(
    String iso3,
    String tld,
    String calling,
    String trunk,
    String tax,
    String zip,
    boolean houseFirst,
    String country,
    List<Form> forms,
    List<String> surnames,
    List<String> rareBeginnings,
    List<String> rareEndings,
    List<String> trades,
    List<String> parts,
    List<String> streets,
    List<Town> towns) {

  static final List<Land> ALL =
      List.of("de", "us", "fr", "gb", "it", "nl", "es", "pl", "at", "bg").stream()
          .map(Land::read)
          .toList();

  /** A legal form, and how else it is written. */
  record Form(String name, List<String> spellings) {
    static Form of(String text) {
      String[] parts = text.split("=");
      return new Form(parts[0], List.of(parts[1].split("\\|")));
    }
  }

  /** A town; {@code other} is what it is called elsewhere, else its name. */
  record Town(String name, String zip, String area, String other) {
    static Town of(String text) {
      String[] parts = text.split(":");
      return new Town(parts[0], parts[1], parts[2], parts.length > 3 ? parts[3] : parts[0]);
    }
  }

  private static Land read(String code) {
    Properties text = load("/sample/" + code + ".properties");
    return new Land(
        text.getProperty("iso3"),
        text.getProperty("tld"),
        text.getProperty("calling"),
        text.getProperty("trunk"),
        text.getProperty("tax"),
        text.getProperty("zip"),
        text.getProperty("order").startsWith("house"),
        text.getProperty("country"),
        list(text, "forms").stream().map(Form::of).toList(),
        list(text, "surnames"),
        list(text, "rare.begin"),
        list(text, "rare.end"),
        list(text, "trades"),
        list(text, "parts"),
        list(text, "streets"),
        list(text, "cities").stream().map(Town::of).toList());
  }

  private static List<String> list(Properties text, String key) {
    return Arrays.stream(text.getProperty(key).split(",")).map(String::strip).toList();
  }

  private static Properties load(String file) {
    Properties properties = new Properties();
    try (InputStream in = Land.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the command line holds no " + file);
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

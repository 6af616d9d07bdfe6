package io.weft.sandbox.seed;

import java.util.List;
import java.util.random.RandomGenerator;

/** Made-up persons' names. */
public final class People {
  private static final List<String> GIVEN =
      List.of(
          "Ana", "Jonas", "Emma", "Luca", "Sofia", "Erik", "Marta", "Paul", "Clara", "Hugo",
          "Ingrid", "Tomasz", "Grace", "Henry", "Elena", "Mats");
  private static final List<String> FAMILY =
      List.of(
          "Ruiz",
          "Becker",
          "Martin",
          "Jansen",
          "Lindqvist",
          "Kowalska",
          "Taylor",
          "Moreau",
          "Keller",
          "Novak",
          "Hughes",
          "Visser",
          "Garcia",
          "Olsen",
          "Walker",
          "Weber");

  private People() {}

  /** Returns a given and a family name; names repeat, as they do in life. */
  public static String name(RandomGenerator random) {
    return Land.pick(GIVEN, random) + " " + Land.pick(FAMILY, random);
  }
}

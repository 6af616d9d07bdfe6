package io.weft.activities.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.weft.workflows.record.RecordRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for all records: tried with companies of few words, so that many are alike. */
class MatchPropertiesTest {
  private static final long SEED = 20261128;
  private static final int PAIRS = 30_000;
  private static final List<String> NAMES =
      List.of(
          "Fabrikam",
          "Fabricam",
          "Fabrikam Tools",
          "Tools Fabrikam",
          "FabrikamTools",
          "Acme",
          "Acme Bau",
          "Müller",
          "Mueller Bau",
          "Bau",
          "Иванов Строй",
          "Ivanov Stroy",
          "",
          "株式会社トヨタ",
          "A B",
          "Ab",
          "Technik Systeme",
          "Systems Technik",
          "Holding Acme",
          "Acme Fabrikam Zenith Contoso Wide");
  private static final List<String> FORMS = List.of("", " GmbH", " AG", " Ltd", " S.A.");
  private static final List<String> TAX =
      List.of("", "", "DE123456789", "123456789", "DE123456798", "FR99887766");
  private static final List<String> MAIL =
      List.of(
          "", "info@fabrikam.de", "x@fabrikam.de", "INFO@Fabrikam.de", "a@gmail.com", "b@acme.com");
  private static final List<String> WEB =
      List.of("", "www.fabrikam.de", "https://acme.com/x", "nonsense");
  private static final List<String> PHONE =
      List.of(
          "", "030 1234567", "+49 30 1234567", "0049301234567", "1234567", "+1 425 555 0100", "12");
  private static final List<String> STREET =
      List.of(
          "",
          "Hauptstraße 5",
          "Hauptstr. 5",
          "Haupstrasse 5",
          "12 Main St",
          "Postfach 3",
          "Weg",
          "5");
  private static final List<String> ZIP = List.of("", "10115", "D-10115", "89073");
  private static final List<String> CITY =
      List.of("", "Berlin", "Berlim", "München", "Munich", "Frankfurt", "Frankfurt am Main", "Ulm");
  private static final List<String> COUNTRY = List.of("", "DEU", "DE", "FRA");

  private final Random random = new Random(SEED);

  private String of(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private Traits traits(RecordRef record, String number) {
    return Traits.of(
        new Profile(
            record,
            number,
            of(NAMES) + of(FORMS),
            of(TAX),
            of(MAIL),
            of(WEB),
            of(PHONE),
            of(STREET),
            of(ZIP),
            of(CITY),
            of(COUNTRY)));
  }

  private Traits account(int i) {
    return traits(Sides.account("a" + i), i % 9 == 0 ? "C" + i : "");
  }

  private Traits customer(int i) {
    return traits(Sides.customer("C" + i), "C" + i);
  }

  @Test
  void verdictsAreTheSameFromBothSides() {
    for (int i = 0; i < PAIRS; i++) {
      Traits one = account(i);
      Traits other = customer(i);
      Verdict verdict = Matcher.judge(one, other);
      Verdict turned = Matcher.judge(other, one);

      boolean alike =
          turned.grade() == verdict.grade()
              && turned.score() == verdict.score()
              && turned.basis() == verdict.basis();
      if (!alike) {
        fail("%s and %s: %s, %s".formatted(one.profile(), other.profile(), verdict, turned));
      }
    }
  }

  @Test
  void whoIsNotNothingToAnotherSharesAKeyWithIt() {
    Map<Grade, Integer> seen = new EnumMap<>(Grade.class);
    for (int i = 0; i < PAIRS; i++) {
      Traits one = account(i);
      Traits other = customer(i);
      Grade grade = Matcher.judge(one, other).grade();
      seen.merge(grade, 1, Integer::sum);

      boolean strangers = Collections.disjoint(Blocking.keys(one), Blocking.keys(other));
      if (grade != Grade.NONE && strangers) {
        fail("%s is %s to %s".formatted(one.profile(), grade, other.profile()));
      }
    }
    assertThat(seen.get(Grade.SURE)).isGreaterThan(100);
    assertThat(seen.get(Grade.DOUBTFUL)).isGreaterThan(1_000);
    assertThat(seen.get(Grade.FAINT)).isGreaterThan(100);
  }

  @Test
  void strangersAtTheFirstGlanceAreNothingToEachOther() {
    int strangers = 0;
    for (int i = 0; i < PAIRS; i++) {
      Traits one = account(i);
      Traits other = customer(i);
      if (Matcher.areStrangers(one, other)) {
        strangers++;
        if (Matcher.judge(one, other).grade() != Grade.NONE) {
          fail("%s and %s are taken for strangers".formatted(one.profile(), other.profile()));
        }
      }
    }
    assertThat(strangers).isGreaterThan(PAIRS / 2);
  }

  @Test
  void keysAreFewShortAndAlwaysTheSame() {
    for (int i = 0; i < 2_000; i++) {
      Traits one = account(i);
      List<String> keys = Blocking.keys(one);

      assertThat(keys).hasSizeLessThanOrEqualTo(18).doesNotHaveDuplicates();
      assertThat(keys).allSatisfy(key -> assertThat(key).hasSizeLessThan(60));
      assertThat(Blocking.keys(one.profile())).isEqualTo(keys);
    }
  }

  @Test
  void aKeyIsStoredAsANumberThatNeverChanges() {
    assertThat(Blocking.hash("t:123456789")).isEqualTo(-9136199965190088553L);
  }

  @Test
  void theOrderOfCandidatesDecidesNothing() {
    for (int i = 0; i < 2_000; i++) {
      Profile newcomer = account(i).profile();
      List<Profile> candidates = new ArrayList<>();
      for (int c = 0; c < 6; c++) {
        candidates.add(customer(c).profile());
      }
      Match match = Matcher.match(newcomer, candidates);
      Collections.shuffle(candidates, random);

      assertThat(Matcher.match(newcomer, candidates)).isEqualTo(match);
    }
  }
}

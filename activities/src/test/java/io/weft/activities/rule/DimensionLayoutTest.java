package io.weft.activities.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DimensionLayoutTest {
  private static final DimensionLayout LAYOUT =
      DimensionLayout.of("BusinessUnit-CostCenter-Department", "Hyphen");

  @Test
  void emptyPositionsKeepTheirDelimiters() {
    assertThat(LAYOUT.write(Map.of("BusinessUnit", "001", "Department", "023")))
        .isEqualTo("001--023");
    assertThat(LAYOUT.write(Map.of("costcenter", "022"))).isEqualTo("-022-");
    assertThat(LAYOUT.write(Map.of())).isEqualTo("--");
  }

  @Test
  void readsWhatD365Wrote() {
    assertThat(LAYOUT.read("001--023"))
        .containsExactly(Map.entry("BusinessUnit", "001"), Map.entry("Department", "023"));
    assertThat(LAYOUT.read("-022-")).containsExactly(Map.entry("CostCenter", "022"));
    assertThat(LAYOUT.read("")).isEmpty();
    assertThat(LAYOUT.read("--")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Hyphen, -",
    "Period, .",
    "Underscore, _",
    "Bar, |",
    "Tilde, ~",
    "DoubleHyphen, --",
    "PeriodPeriod, ..",
    "UnderscoreDouble, __",
    "Double_Bar, ||",
    "~~, ~~",
    "-, -"
  })
  void knowsEveryDelimiterByName(String name, String sign) {
    assertThat(DimensionLayout.of("A" + sign + "B", name))
        .isEqualTo(new DimensionLayout(List.of("A", "B"), sign));
  }

  @Test
  void refusesAnUnknownDelimiterAndAFormatWithHoles() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DimensionLayout.of("A/B", "Slash"))
        .withMessageContaining("'Slash' is not known");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DimensionLayout.of("A--B", "Hyphen"))
        .withMessageContaining("has an empty name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DimensionLayout.of("A-a", "Hyphen"))
        .withMessageContaining("different names");
  }

  @Test
  void aValueWithTheDelimiterIsRefusedByName() {
    assertThatThrownBy(() -> LAYOUT.write(Map.of("CostCenter", "07-2")))
        .isInstanceOf(DimensionLayout.Unfit.class)
        .hasMessage(
            "Dimension CostCenter: the value '07-2' cannot be written beside the delimiter '-' of"
                + " D365. Use a value without '-', or choose another delimiter in D365.");
  }

  @Test
  void aDimensionWithoutAPositionIsRefusedByName() {
    Map<String, String> values = new TreeMap<>(Map.of("Project", "P1", "Department", "1-2"));

    assertThat(LAYOUT.unfit(values)).extracting(Refused::subject).contains("Project", "Department");
    assertThatThrownBy(() -> LAYOUT.write(values))
        .hasMessageContaining("Dimension Project ('P1') has no position in the active format")
        .hasMessageContaining("'1-2'");
  }

  @Test
  void aTextOfAnotherFormatIsNotGuessedAt() {
    assertThatThrownBy(() -> LAYOUT.read("001-022"))
        .isInstanceOf(DimensionLayout.Unfit.class)
        .hasMessageContaining(
            "The dimensions '001-022' have 2 positions, the active format"
                + " BusinessUnit-CostCenter-Department has 3.");
  }

  @Test
  void whatNoRuleSetsStaysAsItIs() {
    assertThat(LAYOUT.merge("001-022-", Map.of("costCenter", "099", "Department", "5")))
        .isEqualTo("001-099-5");
    assertThat(LAYOUT.merge("001-022-7", Map.of())).isEqualTo("001-022-7");
    assertThat(LAYOUT.merge("", Map.of("Department", "5"))).isEqualTo("--5");
  }

  /** Whatever is not refused reads back as it was, on its own position. */
  @RepeatedTest(300)
  void whatIsWrittenReadsBackTheSame(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    String delimiter = pick(random, "-", ".", "_", "|", "~", "--", "..", "__", "||", "~~");
    DimensionLayout layout = new DimensionLayout(List.of("A", "B", "C", "D"), delimiter);
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : layout.names()) {
      String value = word(random, delimiter);
      if (!value.isEmpty()) {
        values.put(name, value);
      }
    }
    List<Refused> refused = layout.unfit(values);
    refused.forEach(one -> values.remove(one.subject()));

    String text = layout.write(values);

    assertThat(layout.read(text)).as("seed %d", run.getCurrentRepetition()).isEqualTo(values);
    assertThat(layout.write(layout.read(text))).isEqualTo(text);
    assertThat(layout.merge(text, Map.of("B", "new"))).contains("new");
    assertThat(layout.read(layout.merge(text, Map.of("B", "new"))))
        .containsEntry("B", "new")
        .containsAllEntriesOf(without(values, "B"));
  }

  private static Map<String, String> without(Map<String, String> values, String name) {
    Map<String, String> rest = new LinkedHashMap<>(values);
    rest.remove(name);
    return rest;
  }

  private static String pick(Random random, String... all) {
    return all[random.nextInt(all.length)];
  }

  private static String word(Random random, String delimiter) {
    StringBuilder word = new StringBuilder();
    int length = random.nextInt(4);
    for (int i = 0; i < length; i++) {
      word.append(pick(random, "0", "7", "x", " ", delimiter.substring(0, 1), "-", "|"));
    }
    return word.toString();
  }
}

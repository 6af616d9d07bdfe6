package io.weft.activities.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weft.activities.value.Fields;
import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
  private static final Map<String, Type> TYPES =
      new TreeMap<>(
          Map.of(
              "Name", Type.STRING,
              "Zip", Type.STRING,
              "Country", Type.REFERENCE,
              "Limit", Type.DECIMAL,
              "Active", Type.BOOLEAN,
              "Due", Type.DATE));

  private static final LookUps LOOK_UPS =
      new MapLookUps(
          Map.of(
              "Country",
              List.of(new LookUps.Entry("c1", Map.of("Name", "Germany", "Alpha2Code", "DE")))),
          Map.of());

  private static final Fields RECORD =
      Fields.of("Name", new Value.Text(" Größe & Söhne "))
          .with("Country", new Value.Reference("C1"))
          .with("Limit", new Value.Decimal(new BigDecimal("1500.50")))
          .with("Active", new Value.Flag(true))
          .with("Due", Values.parse(Type.DATE, "2026-02-03"));

  private static String eval(String formula) {
    return Formula.compile(formula, TYPES).eval(RECORD, LOOK_UPS).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "upper(trim(Name)) | GRÖSSE & SÖHNE",
        "lower(left(trim(Name), 5)) | größe",
        "replace(trim(Name), '&', 'und') | Größe und Söhne",
        "default(Zip, 'none') | none",
        "lookup('Country', Country) | Germany",
        "lookup('Country', Country, 'Alpha2Code') + '-' + digits('A1B2') | DE-12",
        "Limit > 1000 ? 'A' : 'B' | A",
        "Active && Limit >= 1500.5 | true",
        "date(Due, 'dd.MM.yyyy') | 03.02.2026",
        "Zip == '' ? trim(Name) : Zip | Größe & Söhne",
        "['a', 'b'].exists(x, x == 'b') | true",
      })
  void computes(String formula, String expected) {
    assertThat(eval(formula)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "amont == 1 | 1 | 1 | undeclared reference",
        "Name + 1 | 1 | 6 | no matching overload",
        "trim(Name) + trm(Zip) | 1 | 17 | undeclared reference",
        "upper(Name | 1 | 11 | missing",
        "Limit | 1 | 1 | wrap it in string",
        "Name.matches('a') ? 1 : 2 | 1 | 1 | wrap it in string",
      })
  void refusesWithAPosition(String formula, int line, int column, String message) {
    assertThatExceptionOfType(Formula.Invalid.class)
        .isThrownBy(() -> Formula.compile(formula, TYPES))
        .satisfies(
            e -> {
              assertThat(e.line()).isEqualTo(line);
              assertThat(e.column()).isEqualTo(column);
              assertThat(e.getMessage()).contains(message);
            });
  }

  @Test
  void readsOnlyWhatItNames() {
    assertThat(Formula.compile("Name + Zip", TYPES).reads())
        .containsExactlyInAnyOrder("Name", "Zip");
  }

  @Test
  void anEmptyTextFieldIsAnEmptyText() {
    assertThat(Formula.compile("Zip", TYPES).eval(RECORD, LOOK_UPS)).isEqualTo(Values.ABSENT);
  }

  @Test
  void cannotFillTheMemory() {
    String bomb =
        "replace(replace(replace('aaaaaaaaaa', 'a', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb'),"
            + " 'b', 'cccccccccccccccccccccccccccccccccccccccc'), 'c',"
            + " 'dddddddddddddddddddddddddddddddddddddddd')";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> eval(bomb))
        .withMessageContaining("longer than");
  }

  @Test
  void isLimitedInLengthAndDepth() {
    String deep = "(".repeat(60) + "Name" + ")".repeat(60);
    String wide = "Name" + " + Name".repeat(1_000);

    assertThatExceptionOfType(Formula.Invalid.class).isThrownBy(() -> Formula.compile(deep, TYPES));
    assertThatExceptionOfType(Formula.Invalid.class).isThrownBy(() -> Formula.compile(wide, TYPES));
  }

  @Test
  void aFailingFormulaSaysWhy() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> eval("date(Name, 'yyyy')"))
        .withMessageContaining("could not be parsed");
  }
}

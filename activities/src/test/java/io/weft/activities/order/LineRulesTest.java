package io.weft.activities.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.value.Fields;
import io.weft.activities.value.Type;
import io.weft.activities.value.Values;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.Both;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that no line may have. */
class LineRulesTest {
  @ParameterizedTest
  @CsvSource({"0, 40, Quantity, 0", "-1.5, 40, Quantity, -1.5", "2, 1.1234567, Price, 1.1234567"})
  void aBadNumberNamesLineFieldValueAndRemedy(
      String quantity, String price, String field, String value) {
    List<Problem> problems = numbers(quantity, price);

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).what())
        .startsWith("Line 2 (D0001): " + field)
        .contains("'" + value + "'");
    assertThat(problems.get(0).remedy()).isNotBlank();
  }

  @Test
  void sixDecimalsAreAPrice() {
    assertThat(numbers("0.5", "1.123456")).isEmpty();
  }

  private static List<Problem> numbers(String quantity, String price) {
    Fields own =
        Fields.of("Quantity", Values.parse(Type.DECIMAL, quantity))
            .with("Price", Values.parse(Type.DECIMAL, price));
    List<Problem> problems = new ArrayList<>();
    LineRules.numbers(
        new LinesPlanner.Line("ref", "Line 2 (D0001)", new Both<>(own, Fields.none())),
        own,
        problems);
    return problems;
  }
}

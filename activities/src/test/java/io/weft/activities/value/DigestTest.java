package io.weft.activities.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DigestTest {
  private static final Fields ACME =
      Fields.of("Name", Values.text("Acme")).with("Limit", new Value.Decimal(BigDecimal.TEN));

  @Test
  void ignoresTheOrderOfFields() {
    Fields turned =
        Fields.of("Limit", new Value.Decimal(BigDecimal.TEN)).with("Name", Values.text("Acme"));

    assertThat(Digest.of(turned)).isEqualTo(Digest.of(ACME));
  }

  @Test
  void ignoresAbsentValues() {
    assertThat(Digest.of(ACME.with("Fax", Values.ABSENT))).isEqualTo(Digest.of(ACME));
  }

  @Test
  void ignoresHowADecimalIsWritten() {
    Fields written = ACME.with("Limit", new Value.Decimal(new BigDecimal("10.00")));

    assertThat(Digest.of(written)).isEqualTo(Digest.of(ACME));
  }

  @Test
  void tellsTypesOfTheSameTextApart() {
    assertThat(Digest.of(Fields.of("A", new Value.Text("1"))))
        .isNotEqualTo(Digest.of(Fields.of("A", new Value.Code("1"))));
  }

  @Test
  void keepsNamesAndValuesApart() {
    assertThat(Digest.of(Fields.of("A", Values.text("Bt"))))
        .isNotEqualTo(Digest.of(Fields.of("AB", Values.text("t"))));
  }

  @Test
  void noticesEachChange() {
    assertThat(Digest.of(ACME.with("Name", Values.text("acme")))).isNotEqualTo(Digest.of(ACME));
  }

  /** Digests lie in stores for years: a new form would make every row look changed. */
  @Test
  void keepsItsForm() {
    assertThat(Digest.of(ACME)).isEqualTo("7e1d376bcb218575a8d39e9ae1fd993f");
    assertThat(Digest.of(Fields.none())).isEqualTo("e3b0c44298fc1c149afbf4c8996fb924");
  }
}

package io.weft.activities.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalFormTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Fabrikam Retail GmbH | fabrikam retail",
        "FABRIKAM, Retail G.m.b.H. | fabrikam retail",
        "Retail Fabrikam mbH & Co. KG | fabrikam retail",
        "Fabrikam Retail Gesellschaft mit | fabrikam mit retail",
        "Müller & Söhne AG | muller sohne",
        "Muller und Sohne | muller sohne",
        "Straße Bau e.K. | bau strasse",
        "Contoso, Inc. | contoso",
        "Contoso Corporation | contoso",
        "The Contoso Company, L.L.C. | contoso the",
        "Société Générale S.A. | generale societe",
        "Fratelli Rossi S.p.A. | fratelli rossi",
        "Kowalski Sp. z o.o. | kowalski",
        "Novák s.r.o. | novak",
        "Novák spol. s r.o. | novak",
        "Grupo Norte S.A. de C.V. | grupo norte",
        "Ørsted A/S | orsted",
        "Jansen B.V. | jansen",
        "Nordic Oy Ab | nordic",
        "O'Neil Ltd | oneil",
        "Акме ООО | акме ооо",
        "AG | ag",
        "1-2-3 Autoservice GmbH | 1 2 3 autoservice",
      })
  void namesLoseWhatPeopleWriteDifferently(String name, String normal) {
    assertThat(NormalForm.name(name)).isEqualTo(normal);
  }

  @ParameterizedTest
  @CsvSource({
    "+49 30 1234567, 030 / 1234567, true",
    "0049 (0)30 1234567, +49301234567, true",
    "+1 (425) 555-0100, 425-555-0100, true",
    "030 1234567, 040 1234567, false",
    "12345, 12345, false",
    "'', '', false",
  })
  void phonesAreComparedByTheirDigits(String left, String right, boolean same) {
    assertThat(NormalForm.samePhone(left, right)).isEqualTo(same);
    assertThat(NormalForm.samePhone(right, left)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "DE 123 456 789, de123456789, true",
    "DE123456789, 123456789, true",
    "DE123456789, FR123456789, false",
    "DE123456789, DE123456780, false",
    "12, 12, false",
  })
  void taxNumbersAreComparedByLettersAndDigits(String left, String right, boolean same) {
    assertThat(NormalForm.sameTaxNumber(left, right)).isEqualTo(same);
    assertThat(NormalForm.sameTaxNumber(right, left)).isEqualTo(same);
  }

  @Test
  void domainsThatAnybodyMayHaveSayNothing() {
    assertThat(NormalForm.companyDomain("Info@Acme.com")).isEqualTo("acme.com");
    assertThat(NormalForm.companyDomain("acme@gmail.com")).isEmpty();
    assertThat(NormalForm.companyDomain("no address")).isEmpty();
  }
}

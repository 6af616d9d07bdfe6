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
        "The Contoso Company, L.L.C. | contoso",
        "Société Générale S.A. | generale societe",
        "Fratelli Rossi S.p.A. | fratelli rossi",
        "Kowalski Sp. z o.o. | kowalski",
        "Novák s.r.o. | novak",
        "Novák spol. s r.o. | novak",
        "Grupo Norte S.A. de C.V. | group norte",
        "Ørsted A/S | orsted",
        "Jansen B.V. | jansen",
        "Nordic Oy Ab | nordic",
        "O'Neil Ltd | oneil",
        "ООО «Акме» | akme",
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
  void phonesOfUnknownCountriesAreComparedByTheirDigits(String left, String right, boolean same) {
    Phone one = Phone.of(left, "");
    Phone other = Phone.of(right, "");

    assertThat(one.same(other)).isEqualTo(same);
    assertThat(other.same(one)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "DE 123 456 789, de123456789, true",
    "DE123456789, 123456789, true",
    "DE123456789, FR123456789, false",
    "DE123456789, DE123456780, false",
    "12, 12, false",
    "'', '', false",
    "00000000, 00000000, false",
    "DE999999999, DE999999999, false",
    "CHE-123.456.789 MWST, CHE-123.456.789, true",
    "CHE-123.456.789 TVA, CH 123456789, true",
    "EL094014201, GR094014201, true",
    "EL094014201, 094014201, true",
    "BE 0123.456.789, 123456789, true",
    "NO 987 654 321 MVA, 987654321, true",
    "SE556677889901, 556677-8899, true",
    "ATU12345678, U12345678, true",
    "GB 123 4567 89, 123456789, true",
    "NL123456789B01, NL 1234.56.789.B.01, true",
    "01234567890, 1234567890, true",
    "ESB12345678, B-12345678, true",
    "n/a, N.A., false",
  })
  void taxNumbersAreComparedByLettersAndDigits(String left, String right, boolean same) {
    TaxNumber one = TaxNumber.of(left);
    TaxNumber other = TaxNumber.of(right);

    assertThat(one.same(other)).isEqualTo(same);
    assertThat(other.same(one)).isEqualTo(same);
  }

  @Test
  void domainsThatAnybodyMayHaveSayNothing() {
    assertThat(Domains.ofMail("Info@Acme.com")).isEqualTo("acme.com");
    assertThat(Domains.ofMail("acme@gmail.com")).isEmpty();
    assertThat(Domains.ofMail("no address")).isEmpty();
  }
}

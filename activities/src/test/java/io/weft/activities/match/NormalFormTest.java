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
        "Mueller und Soehne Aktiengesellschaft | muller sohne",
        "Bauer Maschb. Ges.m.b.H. | bauer maschinenbau",
        "Boulangerie Lefèvre S.A.R.L. | boulangerie lefevre",
        "SARL Boulangerie Lefevre | boulangerie lefevre",
        "Rossi Costruzioni Società a responsabilità limitata | construction rossi",
        "Muñoz e Hijos, S.L.U. | hijos munoz",
        "Van den Berg Bouw B.V. | berg bouw den van",
        "Łódzkie Meble spółka z ograniczoną odpowiedzialnością | lodzkie meble",
        "Dansk Ståal ApS | dansk stal",
        "Nokia Oyj | nokia",
        "Volvo AB (publ) | volvo",
        "Magyar Acél Kft. | acel magyar",
        "ТОВ Світ | svit",
        "ЗАО «Северная Звезда» | severnaya zvezda",
        "Иванов Транспорт ООД | ivanov transport",
        "Ελληνική Εταιρεία Α.Ε. | elliniki etaireia",
        "Yıldız Ticaret Ltd. Şti. | ticaret yildiz",
        "PT Nusantara Tbk | nusantara",
        "Petronas Sdn. Bhd. | petronas",
        "株式会社トヨタ | トヨタ",
        "Smith Bros. Mfg. Co., Inc. | brothers manufacturing smith",
        "Smith Brothers Manufacturing | brothers manufacturing smith",
        "Acme Intl. Svcs Ltd | acme international services",
        "St. Gallen Textil | gallen saint textil",
        "ACME｡ ＧｍｂＨ | acme",
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

  @ParameterizedTest
  @CsvSource({
    "Acme GmbH, Acme Ltd., true",
    "Acme GmbH, Acme S.r.l., true",
    "Acme AG, Acme Inc., true",
    "Acme GmbH, Acme GmbH & Co. KG, false",
    "Acme GmbH, Acme AG, false",
    "Acme e.V., Acme GmbH, false",
  })
  void legalFormsAreComparedByTheirKind(String one, String other, boolean same) {
    assertThat(CompanyName.of(one).kind().equals(CompanyName.of(other).kind())).isEqualTo(same);
    assertThat(CompanyName.of(one).kind()).isNotEmpty();
  }

  @Test
  void formsThatMeanSomethingElseElsewhereTellNothing() {
    assertThat(CompanyName.of("Acme AS").kind()).isEmpty();
    assertThat(CompanyName.of("Acme Company").kind()).isEmpty();
    assertThat(CompanyName.of("Acme").kind()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "030 / 123 45 67, DE, +49 30 1234567, US, true",
    "(425) 555-0100, US, 001 425 555 0100, DE, true",
    "06 698 12345, IT, +39 06 69812345, '', true",
    "01 42 68 53 00, FR, +33142685300, '', true",
    "020 7946 0958, GB, +44 (0)20 7946 0958, '', true",
    "+49 30 1234567 ext. 12, DE, 030 1234567, DE, true",
    "030 1234567, DE, 030 1234567, AT, false",
    "0000000, DE, 0000000, DE, false",
  })
  void phonesAreReadAsDialledInTheirCountry(
      String one, String country, String other, String elsewhere, boolean same) {
    assertThat(Phone.of(one, country).same(Phone.of(other, elsewhere))).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "München, Munich, true",
    "Muenchen, MÜNCHEN, true",
    "Köln, Cologne, true",
    "Wien, Vienna, true",
    "Москва, Moscow, true",
    "София, Sofia, true",
    "Den Haag, The Hague, true",
    "Frankfurt am Main, Frankfurt/Main, true",
    "Frankfurt, Frankfurt am Main, true",
    "St. Gallen, Sankt Gallen, false",
    "Paris, Paris Cedex 08, true",
    "Stutgart, Stuttgart, true",
    "San Jose, San Diego, false",
    "Berlin, Bern, false",
  })
  void citiesAreComparedByTheirOwnNames(String one, String other, boolean same) {
    assertThat(City.same(City.normal(one), City.normal(other))).isEqualTo(same);
    assertThat(City.same(City.normal(other), City.normal(one))).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hauptstraße 5 | 10115 | Berlin | Hauptstr. 5 | D-10115 | Berlin | true",
        "Hauptstrasse 5a | | Berlin | Hauptstr. 5 | 10115 | Berlin | true",
        "12 Main Street | 90210-1234 | | 12 Main St. | 90210 | | true",
        "12, rue de la Paix | 75002 | | 12 r. de la Paix | 75002 | | true",
        "Via Roma 7 | 00184 | Roma | V. Roma 7 | | Rome | true",
        "ul. Polna 3 | 00-123 | | Polna 3 | 00123 | | true",
        "ул. Иван Вазов 4 | 1000 | | Ivan Vazov 4 | 1000 | | true",
        "Hauptstraße 5 | 10115 | Berlin | Hauptstr. 6 | 10115 | Berlin | false",
        "Hauptstraße 5 | 10115 | Berlin | Hauptstr. 5 | 80331 | München | false",
        "Postfach 5 | 10115 | Berlin | Postfach 5 | 10115 | Berlin | false",
        "Hauptstraße | 10115 | Berlin | Hauptstraße | 10115 | Berlin | false",
      })
  void addressesAreComparedByStreetAndNumberInOnePlace(
      String street,
      String zip,
      String city,
      String street2,
      String zip2,
      String city2,
      boolean same) {
    Address one = Address.of(street, text(zip), text(city), "US");
    Address other = Address.of(street2, text(zip2), text(city2), "US");

    assertThat(one.same(other)).isEqualTo(same);
    assertThat(other.same(one)).isEqualTo(same);
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  @ParameterizedTest
  @CsvSource({
    "DEU, DE",
    "de, DE",
    "Germany, DE",
    "Deutschland, DE",
    "UK, GB",
    "Österreich, AT",
    "Atlantis, atlantis",
    "'', ''",
  })
  void countriesHaveTwoLetters(String country, String code) {
    assertThat(Countries.code(country)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.Acme.com/start?a=b, acme.com",
    "acme.co.uk, acme.co.uk",
    "http://shop.acme.de:8080, acme.de",
    "www.facebook.com/acme, facebook.com",
    "none, ''",
    "'', ''",
  })
  void webSitesAreComparedByTheirDomain(String web, String domain) {
    assertThat(Domains.ofWeb(web)).isEqualTo(domain);
  }

  @Test
  void domainsThatAnybodyMayHaveSayNothing() {
    assertThat(Domains.ofMail("Info@Acme.com")).isEqualTo("acme.com");
    assertThat(Domains.ofMail("acme@gmail.com")).isEmpty();
    assertThat(Domains.ofMail("no address")).isEmpty();
  }
}

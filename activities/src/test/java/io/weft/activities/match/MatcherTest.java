package io.weft.activities.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.mapping.LookUps;
import io.weft.activities.mapping.MapLookUps;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.Mappings;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherTest {
  private static final RecordRef NEW =
      RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, "00000000-0000-0000-0000-000000000001");

  /** Account; name; tax number; e-mail; phone; country; city; street; zip; web. */
  private static Profile profile(RecordRef record, String text) {
    List<String> parts = new ArrayList<>(List.of(text.split(";", -1)));
    while (parts.size() < 10) {
      parts.add("");
    }
    parts.replaceAll(String::strip);
    return new Profile(
        record,
        parts.get(0),
        parts.get(1),
        parts.get(2),
        parts.get(3),
        parts.get(9),
        parts.get(4),
        parts.get(7),
        parts.get(8),
        parts.get(6),
        parts.get(5));
  }

  private static Profile candidate(String key, String text) {
    LegalEntity usmf = new LegalEntity("usmf");
    return profile(RecordRef.d365(SyncObjectName.ACCOUNT_CUSTOMER, usmf, key), text);
  }

  private static String kind(Match match) {
    return match.getClass().getSimpleName();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C1;Acme            | C1;Acme Inc                       | Sure",
        "C1;Acme            | C1;Something Else                 | Doubtful",
        "C1;Acme;DE12345    | C1;Acme;DE99999                   | Doubtful",
        ";Acme GmbH;DE12345 | X;ACME AG;12345                   | Sure",
        ";Acme GmbH;DE12345 | X;Acme Germany;DE12345            | Sure",
        ";Acme GmbH;DE12345 | X;Zenith;DE12345                  | Doubtful",
        ";Acme;;;;DEU;Ulm   | X;Acme Ltd;;;;DEU;ulm             | Sure",
        ";Acme;;a@acme.com;;DEU | X;Acme;;b@acme.com;;DEU       | Sure",
        ";Acme;;a@gmail.com;;DEU | X;Acme;;b@gmail.com;;DEU     | Doubtful",
        ";Acme;;;+49 30 1234567;DEU | X;Acme;;;0301234567;DEU   | Sure",
        ";Acme;;;;DEU;Ulm   | X;Acme;;;;FRA;Ulm                 | Doubtful",
        ";Acme;;;;DEU;Ulm   | X;Acme;;;;DEU;Bonn                | Doubtful",
        ";Acme;;;;DEU;Ulm   | X;Acme;;;;;Ulm                    | Doubtful",
        ";Acme;DE11111;;;DEU;Ulm | X;Acme;DE22222;;;DEU;Ulm     | Doubtful",
        ";Acme;DE11111;;;DEU;Ulm | X;Acme Tools;DE22222;;;DEU;Ulm | None",
        ";Fabrikam;;;;DEU;Ulm | X;Fabricam;;;;DEU;Ulm           | Doubtful",
        ";Zenith;;x@acme.com | X;Acme;;x@acme.com               | Doubtful",
        ";Zenith;;;;DEU;Ulm | X;Acme;;;;DEU;Ulm                 | None",
        "C9;Acme;;;;DEU;Ulm | X;Acme;;;;DEU;Ulm                 | Doubtful",
        ";                  | X;                                | None",
        ";Acme GmbH;;;;DEU;Ulm | X;Acme GmbH & Co. KG;;;;DEU;Ulm | Doubtful",
        ";Acme GmbH;DE123456;;;DEU;Ulm | X;Acme Holding GmbH;DE123456;;;DEU;Ulm | Doubtful",
        ";Acme GmbH;DE123456;;;DEU;Ulm | X;Acme Werke GmbH;DE123456;;;DEU;Ulm | Sure",
        ";Acme;DE123456;;0731 123456;DEU;Ulm;Weg 1 | X;Acme;DE123456;;0228 99999;DEU;Bonn;Platz 2"
            + " | Doubtful",
        ";Fabrikam;;a@fabrikam.de;0731 123456;DEU;Ulm | X;Fabricam;;a@fabrikam.de;0731 123456;DEU;Ulm"
            + " | Sure",
        ";Muller;;;0731 123456;DEU;Ulm;Weg 1;89073 | X;Müller;;;0731 99999;DEU;Ulm;Platz 2;89077"
            + " | Doubtful",
        // moved within its postal code, or with two doors there; not with the domain of nobody
        ";Acme;DE123456;;0731 123456;DEU;Ulm;Weg 1;89073 | X;Acme;DE123456;;0731 99999;DEU;Ulm;"
            + "Platz 2;89073 | Sure",
        ";Acme;DE123456;;0731 123456;DEU;Ulm;Weg 1;89073 | X;Acme;DE123456;;0731 99999;DEU;Ulm;"
            + "Platz 2;89077 | Doubtful",
        ";Acme;;a@acme.de;;DEU;Ulm;Weg 1;89073 | X;Acme;;b@acme.de;;DEU;Ulm;Platz 2;89073 | Sure",
        ";Acme;;;;DEU;Ulm;Weg 1;89073 | X;Acme;;;;DEU;Ulm;Platz 2;89073 | Doubtful",
        // another tax number in another place: a namesake
        ";Acme;DE111111;;;DEU;Ulm;Weg 1 | X;Acme;DE222222;;;DEU;Ulm;Platz 2 | None",
        ";Acme;DE111111;;0731 123456;DEU;Ulm | X;Acme;DE222222;;0228 99999;DEU;Bonn | None",
        ";Acme;DE111111;a@acme.de;;DEU;Ulm;Weg 1 | X;Acme;DE222222;a@acme.de;;DEU;Ulm;Platz 2"
            + " | Doubtful",
        ";Acme;DE11111111;;;DEU;Ulm;Weg 1 | X;Acme;DE11111112;;;DEU;Ulm;Platz 2 | Doubtful",
        ";Acme;DE123456789;;;DEU;Ulm | X;Acme Tools;DE123456798;;;DEU;Ulm | Doubtful",
        ";Data Works;;;;DEU;Ulm | X;Dataworks;;;;DEU;Ulm | Sure",
      })
  void grades(String newcomer, String candidate, String expected) {
    Match match = Matcher.match(profile(NEW, newcomer), List.of(candidate("X", candidate)));

    assertThat(kind(match)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ";Acme;;;;DEU;Ulm          | X;Acme Tools;;;;DEU;Ulm        | FAINT",
        ";Acme;;a@acme.de;;DEU     | X;Acme Tools;;b@acme.de;;DEU   | FAINT",
        ";Acme;DE11111;;;DEU;Ulm   | X;Acme;DE22222;;;DEU;Ulm       | FAINT",
        ";Acme;;a@acme.de;;DEU     | X;Acme Tools;;a@acme.de;;DEU   | DOUBTFUL",
        ";Acme;;;0731 123456;DEU   | X;Acme Tools;;;0731 123456;DEU | DOUBTFUL",
        ";Acme;;;;DEU;Ulm;Weg 1    | X;Acme Tools;;;;DEU;Ulm;Weg 1  | DOUBTFUL",
        ";Acme;DE11111             | X;Zenith;DE11111               | DOUBTFUL",
        "X;Acme                    | X;Zenith                       | DOUBTFUL",
      })
  void whatSharesNoMoreThanItsNameAndPlaceIsFaint(String one, String other, Grade expected) {
    Traits left = Traits.of(profile(NEW, one));
    Traits right = Traits.of(candidate("X", other));

    assertThat(Matcher.judge(left, right).grade()).isEqualTo(expected);
  }

  @Test
  void twoThatFitAreDoubtfulInAnyOrder() {
    Profile newcomer = profile(NEW, ";Acme;;;;DEU;Ulm");
    Profile one = candidate("A", "A;Acme;;;;DEU;Ulm");
    Profile two = candidate("B", "B;Acme;;;;DEU;Ulm");

    assertThat(Matcher.match(newcomer, List.of(one, two)))
        .isInstanceOfSatisfying(
            Match.Doubtful.class, found -> assertThat(found.findings()).hasSize(2));
    assertThat(kind(Matcher.match(newcomer, List.of(two, one)))).isEqualTo("Doubtful");
  }

  @Test
  void aNumberBeatsANameThatAlsoFits() {
    Profile newcomer = profile(NEW, ";Acme;DE12345;;;DEU;Ulm");
    Profile numbered = candidate("A", "A;Acme;DE12345;;;DEU;Bonn");
    Profile namesake = candidate("B", "B;Acme;;;;DEU;");

    assertThat(Matcher.match(newcomer, List.of(namesake, numbered)))
        .isInstanceOfSatisfying(
            Match.Sure.class, sure -> assertThat(sure.candidate()).isEqualTo(numbered));
  }

  @Test
  void evidenceIsInWords() {
    Match match =
        Matcher.match(
            profile(NEW, ";Acme;DE12345;;;DEU"), List.of(candidate("X", "X;Zenith;DE12345;;;DEU")));

    assertThat(match)
        .isInstanceOfSatisfying(
            Match.Doubtful.class,
            found ->
                assertThat(found.findings().get(0).verdict().evidence().words())
                    .isEqualTo(
                        "Shared: the tax number 'DE12345', the country 'DEU'; but the names differ"
                            + " ('Acme', 'Zenith')."));
  }

  @Test
  void profilesReadBothSidesInOneForm() {
    Mapping mapping = Mappings.shipped(SyncObjectName.ACCOUNT_CUSTOMER, "Usr");
    LookUps lookUps =
        new MapLookUps(
            Map.of("Country", List.of(new LookUps.Entry("c1", Map.of("Alpha2Code", "DE")))),
            Map.of());
    Fields creatio =
        Fields.of("Name", new Value.Text("Acme"))
            .with("Country", new Value.Reference("c1"))
            .with("City", new Value.Reference("unknown"))
            .with("UsrTaxNumber", new Value.Text("DE12345"));
    Fields d365 =
        Fields.of("OrganizationName", new Value.Text("Acme"))
            .with("AddressCountryRegionId", new Value.Code("DEU"))
            .with("CustomerAccount", new Value.Code("C1"));
    RecordRef customer =
        RecordRef.d365(SyncObjectName.ACCOUNT_CUSTOMER, new LegalEntity("usmf"), "C1");

    Profile left = Profile.of(new Snapshot(NEW, creatio, null, null, null), mapping, lookUps);
    Profile right = Profile.of(new Snapshot(customer, d365, null, null, null), mapping, lookUps);

    assertThat(left).isEqualTo(profile(NEW, ";Acme;DE12345;;;DEU"));
    assertThat(right).isEqualTo(profile(customer, "C1;Acme;;;;DEU"));
  }
}

package io.weft.activities.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the shipped rules carry values. */
class TranslationTest {
  private static final Mapping MAPPING = Mappings.shipped(SyncObjectName.ACCOUNT_CUSTOMER, "Usr");

  private static final LookUps LOOK_UPS =
      new MapLookUps(
          Map.of(
              "Country",
                  List.of(
                      row("de", "Alpha2Code", "DE", "Name", "Germany"),
                      row("us", "Alpha2Code", "", "Code", "USA"),
                      row("zz", "Alpha2Code", "", "Code", "Z1"),
                      row("gb1", "Alpha2Code", "GB", "Code", ""),
                      row("gb2", "Alpha2Code", "GB", "Code", "")),
              "City", List.of(row("b", "Name", "Berlin", "", "")),
              "Region",
                  List.of(
                      row("by", "Code", "BY", "Name", "Bavaria"), row("x", "Name", "X", "", "")),
              "Currency",
                  List.of(
                      row("eur", "ShortName", "EUR", "Code", "978"),
                      row("usd", "ShortName", "", "Code", "USD")),
              "Contact", List.of(row("ann", "Name", "Ann Lee", "", ""))),
          Map.of("Currencies", Set.of("EUR"), "PaymentTerms", Set.of("Net30")));

  private static LookUps.Entry row(String id, String a, String av, String b, String bv) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put(a, av);
    columns.put(b, bv);
    return new LookUps.Entry(id, columns);
  }

  private static FieldRule rule(String id) {
    return MAPPING.rule(id).orElseThrow();
  }

  private static Translated toD365(String id, String text) {
    FieldRule rule = rule(id);
    Value value = Values.parse(rule.slots().creatio().type(), text);
    return Translation.to(Side.D365, rule, value, LOOK_UPS);
  }

  private static String shown(Translated translated) {
    return translated instanceof Translated.Refused refused
        ? refused.why() + ": " + refused.value() + " " + refused.what()
        : ((Translated.Done) translated).value().text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name | ' Acme ' | Acme",
        "country | de | DEU",
        "country | us | USA",
        "country | zz | UNKNOWN_CODE: Z1 is not mapped in the look-up Country",
        "country | xx | UNKNOWN_CODE: xx is not there in the look-up Country",
        "city | b | Berlin",
        "region | by | BY",
        "region | x | UNKNOWN_CODE: x has no code in the look-up Region",
        "currency | eur | EUR",
        "currency | usd | UNKNOWN_CODE: USD is not in the list Currencies",
        "paymentTerms | net30 | net30",
        "paymentTerms | Net45 | UNKNOWN_CODE: Net45 is not in the list PaymentTerms",
        "paymentTerms | NetThirtyDays | TOO_LONG: NetThirtyDays has 13 characters where 10 fit",
        "owner | ann | UNKNOWN_CODE: Ann Lee is not mapped in the look-up Contact",
        "district | North | UNKNOWN_CODE: North has no counterpart in the value map",
        "email | Info@Acme.COM | info@acme.com",
      })
  void carriesToD365(String id, String text, String expected) {
    assertThat(shown(toD365(id, text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "country | DEU | de",
        "country | USA | us",
        "country | GBR | AMBIGUOUS: GBR stands for 2 rows of the look-up Country",
        "country | FRA | UNKNOWN_CODE: FRA is not there in the look-up Country",
        "creditLimit | 10.005 | 10.01",
        "creditHold | All | All",
      })
  void carriesToCreatio(String id, String text, String expected) {
    FieldRule rule = rule(id);
    Value value = Values.parse(rule.slots().d365().type(), text);

    assertThat(shown(Translation.to(Side.CREATIO, rule, value, LOOK_UPS))).isEqualTo(expected);
  }

  @Test
  void aWordThatSharesItsCodeStillCarriesBothWays() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("Net 30", "N030");
    map.put("30 days", "N030");
    FieldRule rule = withValues(new ValueMap(map, false));

    assertThat(shown(Translation.to(Side.D365, rule, new Value.Code("30 DAYS"), LOOK_UPS)))
        .isEqualTo("N030");
    assertThat(shown(Translation.to(Side.CREATIO, rule, new Value.Code("n030"), LOOK_UPS)))
        .isEqualTo("Net 30");
    assertThat(shown(Translation.to(Side.CREATIO, rule, new Value.Code("X"), LOOK_UPS)))
        .startsWith("UNKNOWN_CODE");
  }

  private static FieldRule withValues(ValueMap map) {
    return new FieldRule(
        "terms",
        new Both<>(Slot.of("UsrTerms", Type.CODE), Slot.of("Terms", Type.CODE)),
        Direction.BOTH,
        Conversion.NONE.with(map),
        Conduct.standard(Direction.BOTH));
  }

  @Test
  void controlCharactersAreRefusedWhereALineIsWanted() {
    assertThat(shown(toD365("name", "Acme\u0007"))).startsWith("CONTROL_CHARACTER");
    assertThat(shown(toD365("name", "Acme\nInc"))).startsWith("CONTROL_CHARACTER");
    assertThat(shown(toD365("street", "A\nB"))).isEqualTo("A\nB");
  }

  @Test
  void wildcardsAreOrdinaryText() {
    assertThat(shown(toD365("name", "Star * & Co '1'"))).isEqualTo("Star * & Co '1'");
  }

  @Test
  void cutsOnlyWhereAllowedAndNeverThroughACharacter() {
    Slot slot = new Slot("D", Type.STRING, 3, false, false, null);
    Conduct standard = Conduct.standard(Direction.BOTH);
    Conduct truncate = new Conduct(null, null, standard.drift(), standard.span(), true, false);

    assertThat(shown(Fit.into(slot, new Value.Text("abcd"), truncate, LOOK_UPS))).isEqualTo("abc");
    assertThat(shown(Fit.into(slot, new Value.Text("ab😀"), truncate, LOOK_UPS))).isEqualTo("ab");
    assertThat(shown(Fit.into(slot, new Value.Text("abcd"), standard, LOOK_UPS)))
        .startsWith("TOO_LONG");
  }
}

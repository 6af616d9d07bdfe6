package io.weft.activities.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.value.Fields;
import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.activities.yaml.ConfigErrors;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingFileTest {
  private static final String HEAD =
      """
      object: account-customer
      creatio: Account
      d365: CustomersV3
      fields:
      """;

  private final ConfigErrors errors = new ConfigErrors();

  private Mapping read(String text) {
    return MappingFile.read("m.yaml", text, errors);
  }

  @Test
  void readsAFullRule() {
    Mapping mapping =
        read(
            HEAD
                + """
                  terms:
                    creatio: {name: UsrTerms, type: string, max: 50}
                    d365: {name: PaymentTerms, max: 10, required: true, list: PaymentTerms}
                    direction: to-d365
                    type: code
                    values: {Net 30: N030}
                    others: pass
                    default: N030
                    policy: ask
                    onFirstLink: d365-wins
                    drift: restore
                    span: leading
                    truncate: true
                    onMissingCode: leave
                """);

    assertThat(errors.render()).isEmpty();
    FieldRule rule = mapping.rule("terms").orElseThrow();
    assertThat(rule.slots().creatio())
        .isEqualTo(new Slot("UsrTerms", Type.STRING, 50, false, false, null));
    assertThat(rule.slots().d365())
        .isEqualTo(new Slot("PaymentTerms", Type.CODE, 10, false, true, "PaymentTerms"));
    assertThat(rule.direction()).isEqualTo(Direction.TO_D365);
    assertThat(rule.conduct())
        .isEqualTo(
            new Conduct(
                ConflictPolicy.ASK,
                ConflictPolicy.D365_WINS,
                Drift.RESTORE,
                Span.LEADING,
                true,
                true));
    assertThat(rule.conversion().defaults().d365()).isEqualTo(new Value.Code("N030"));
    assertThat(mapping.rules(false)).isEmpty();
  }

  @Test
  void readsComputedFields() {
    Mapping mapping =
        read(
            """
            object: account-customer
            creatio: Account
            d365: CustomersV3
            columns:
              creatio: {UsrSegment: string}
            fields:
              name: {creatio: Name, d365: OrganizationName}
              alias:
                d365: {name: NameAlias, max: 20}
                direction: to-d365
                formula: upper(left(Name, 5)) + UsrSegment
              language: {d365: LanguageId, direction: to-d365, constant: en-us}
              search: {d365: SearchName, direction: to-d365, concat: "{Name} {UsrSegment}"}
            """);
    Fields record =
        Fields.of("Name", new Value.Text("Größe")).with("UsrSegment", new Value.Text("7"));

    assertThat(errors.render()).isEmpty();
    assertThat(own(mapping, "alias", record)).isEqualTo("GRÖSSE7");
    assertThat(own(mapping, "language", record)).isEqualTo("en-us");
    assertThat(own(mapping, "search", record)).isEqualTo("Größe 7");
    assertThat(mapping.columns(Side.CREATIO).names()).containsExactly("Name", "UsrSegment");
  }

  private static String own(Mapping mapping, String id, Fields record) {
    FieldRule rule = mapping.rule(id).orElseThrow();
    return Translation.own(rule, Side.CREATIO, record, MapLookUps.NONE).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "  a: {creatio: A} | 5: fields.a.d365: is missing. Name the D365 field.",
        "  a: {creatio: A, d365: B, direction: both-ways} | 5: fields.a.direction 'both-ways': is not known.",
        "  a: {creatio: A, d365: B, direciton: both} | 5: fields.a.direciton: is unknown. Did you mean 'direction'",
        "  a: {creatio: A, d365: B, type: text} | 5: fields.a.type 'text': is not known. Known here: string, email",
        "  a: {creatio: A, d365: B, transform: [trim, uper]} | 5: fields.a.transform[1] 'uper': is no transform. Did you mean 'upper'",
        "  a: {creatio: A, d365: B, direction: to-d365, formula: upper(A)} | 5: fields.a.creatio 'A': is not used, the value is computed. Leave it out",
        "  a: {d365: B, formula: \"'x'\"} | 5: fields.a: is computed and cannot flow both ways. Set 'direction",
        "  a: {d365: B, direction: to-d365, formula: upper(X)} | is no formula: line 1, column 7: undeclared reference to 'X'",
        "  a: {d365: B, direction: to-d365, concat: '{Nam}'} | names the unknown field 'Nam'.",
        "  a: {d365: B, direction: to-d365, type: decimal, constant: x} | 5: fields.a.constant 'x': is no decimal. Write a decimal",
        "  a: {d365: B, direction: to-d365, constant: x, concat: y} | is computed in several ways. Keep one",
        "  a: {creatio: A, d365: B, type: date, default: soon} | 5: fields.a.default 'soon': is no date. Write the value as a date",
        "  a: {creatio: A, d365: B, day: Mars} | 5: fields.a.day 'Mars': is no time zone. Write for example Europe/Berlin",
        "  a: {creatio: A, d365: B, round: -1} | 5: fields.a.round '-1': is no whole number above zero",
        "  a: {creatio: A, d365: {name: B, maxx: 3}} | 5: fields.a.d365.maxx: is unknown. Did you mean 'max'",
        "  a: {creatio: A, d365: B, lookUp: {by: [Name]}} | 5: fields.a.lookUp.table: is missing",
        "  a: {creatio: A, d365: B, values: x} | 5: fields.a.values 'x': must be a block of names",
        "  a: {creatio: A, d365: B, others: keep, values: {a: b}} | 5: fields.a.others 'keep': is not known. Known here: park, pass",
      })
  void namesLineAndRemedy(String rule, String expected) {
    read(HEAD + "  " + rule + "\n");

    assertThat(errors.render()).startsWith("m.yaml:").contains(expected);
  }

  @Test
  void refusesTwoWritersOfOneField() {
    read(HEAD + "  a: {creatio: A, d365: X}\n  b: {creatio: B, d365: X}\n");

    assertThat(errors.render())
        .isEqualTo("m.yaml:6: fields.b: maps D365 X, as 'a' does. Keep one of the two.");
  }

  @Test
  void findsEveryProblemAtOnce() {
    read("object: acount\npolicy: nobody\nfeeds: [{side: left, kind: push}]\nextra: 1\n");

    assertThat(errors.entries()).hasSize(8);
    assertThat(errors.render())
        .contains("m.yaml:1: object 'acount': is no sync object")
        .contains("m.yaml:2: policy 'nobody'")
        .contains("m.yaml:3: feeds[0].side 'left'")
        .contains("m.yaml:3: feeds[0].set: is missing")
        .contains("m.yaml:1: creatio: is missing")
        .contains("m.yaml:4: extra: is unknown");
  }

  @Test
  void theShippedAccountMappingHoldsEveryPromisedField() {
    Mapping mapping = Mappings.shipped(SyncObjectName.ACCOUNT_CUSTOMER, "Usr");

    assertThat(mapping.columns(Side.D365).names())
        .contains(
            "OrganizationName",
            "PrimaryContactPhone",
            "PrimaryContactEmail",
            "AddressStreet",
            "AddressCity",
            "AddressCountryRegionId",
            "SalesCurrencyCode",
            "PaymentTerms",
            "CustomerGroupId",
            "SalesTaxGroup",
            "CustomerAccount",
            "dataAreaId",
            "AddressZipCode",
            "AddressState",
            "TaxExemptNumber",
            "PrimaryContactURL",
            "EmployeeResponsibleNumber",
            "CreditLimit",
            "OnHoldStatus",
            "SalesDistrict");
    assertThat(mapping.columns(Side.CREATIO).names())
        .contains(
            "Name",
            "Phone",
            "Email",
            "Address",
            "City",
            "Country",
            "UsrCurrency",
            "UsrPaymentTerms",
            "UsrCustomerGroup",
            "UsrSalesTaxGroup",
            "UsrD365CustomerAccount",
            "UsrD365DataAreaId",
            "Zip",
            "Region",
            "UsrTaxNumber",
            "Web",
            "Owner",
            "UsrCreditLimit",
            "UsrCreditHold");
  }

  @Test
  void aPrefixRenamesCustomColumnsOnly() {
    Mapping mapping = Mappings.shipped(SyncObjectName.ACCOUNT_CUSTOMER, "Abc");

    assertThat(mapping.columns(Side.CREATIO).names())
        .contains("AbcPaymentTerms", "Name", "AbcBusinessUnit")
        .noneMatch(name -> name.startsWith("Usr"));
  }

  @Test
  void overridesHoldEverywhereOrInOneLegalEntity() {
    Mapping shipped = Mappings.shipped(SyncObjectName.ACCOUNT_CUSTOMER, "Usr");
    Mappings mappings =
        Mappings.read(
            shipped,
            "mine.yaml",
            """
            object: account-customer
            version: 4
            everywhere:
              policy: ask
              fields:
                phone: {direction: to-d365, policy: creatio-wins}
                district: {enabled: false}
                taxNumber: {d365: TaxRegistrationId}
              add:
                fax: {creatio: Fax, d365: SalesMemo, direction: to-d365}
            legalEntities:
              USMF:
                fields:
                  owner: {values: {Ann Lee: "000042"}}
            """,
            errors);

    assertThat(errors.render()).isEmpty();
    Mapping usmf = mappings.of(new LegalEntity("usmf"));
    Mapping other = mappings.of(new LegalEntity("demf"));
    assertThat(usmf.version()).isEqualTo(4);
    assertThat(other.policy()).isEqualTo(ConflictPolicy.ASK);
    assertThat(other.rule("phone").orElseThrow().direction()).isEqualTo(Direction.TO_D365);
    assertThat(other.rule("district")).isEmpty();
    assertThat(other.rule("fax")).isPresent();
    assertThat(other.rule("taxNumber").orElseThrow().name(Side.D365))
        .isEqualTo("TaxRegistrationId");
    assertThat(usmf.rule("owner").orElseThrow().conversion().values().code("ann lee"))
        .contains("000042");
    assertThat(other.rule("owner").orElseThrow().conversion().values().code("ann lee")).isEmpty();
  }

  @Test
  void overridesOfUnknownFieldsAreProblems() {
    Mapping shipped = Mappings.shipped(SyncObjectName.ACCOUNT_CUSTOMER, "Usr");

    Mappings.read(
        shipped,
        "mine.yaml",
        """
        object: contact
        everywhere:
          fields:
            phon: {direction: both}
            customerAccount: {direktion: both}
        legalEntities:
          toolong: {}
        """,
        errors);

    assertThat(errors.render())
        .isEqualTo(
            """
            mine.yaml:1: object 'contact': is another object. Write account-customer.
            mine.yaml:5: everywhere.fields.customerAccount.direktion: is unknown. Did you mean 'direction'? Else remove it.
            mine.yaml:4: everywhere.fields.phon: is no field of it. Did you mean 'phone'? Else remove it.
            mine.yaml:7: legalEntities.toolong: is no legal entity. Write its dataAreaId, for example usmf.""");
  }
}

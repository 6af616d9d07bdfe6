package io.weft.activities.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.mapping.Direction;
import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.Mappings;
import io.weft.activities.mapping.Span;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContactMappingTest {
  private static final Mapping SHIPPED = Mappings.shipped(SyncObjectName.CONTACT, "Usr");

  @ParameterizedTest
  @CsvSource({
    "firstName, GivenName, FirstName",
    "middleName, MiddleName, MiddleName",
    "lastName, Surname, LastName",
    "email, Email, PrimaryEmailAddress",
    "phone, Phone, PrimaryPhoneNumber",
    "jobTitle, JobTitle, EmploymentJobTitle",
    "job, Job, EmploymentJobFunctionName",
    "decisionRole, DecisionRole, DecisionMakingRoleCode",
    "inactive, UsrInactive, IsInactive",
    "contactId, UsrD365ContactId, ContactPersonId"
  })
  void holdsEveryField(String id, String creatio, String d365) {
    FieldRule rule = SHIPPED.rule(id).orElseThrow();

    assertThat(rule.name(Side.CREATIO)).isEqualTo(creatio);
    assertThat(rule.name(Side.D365)).isEqualTo(d365);
    assertThat(rule.direction())
        .isEqualTo(id.equals("contactId") ? Direction.TO_CREATIO : Direction.BOTH);
  }

  @Test
  void whatIsThePersonsGoesThroughTheLeadingLegalEntity() {
    List<String> shared =
        SHIPPED.rules().stream()
            .filter(rule -> rule.conduct().span() == Span.LEADING)
            .map(FieldRule::id)
            .toList();

    assertThat(shared)
        .containsExactly("firstName", "middleName", "lastName", "email", "phone", "contactId");
  }

  @Test
  void theSettingsNameTheInactiveColumn() {
    Mapping mapping = InactiveColumn.in(SHIPPED, "RecordInactive");

    assertThat(mapping.rule("inactive").orElseThrow().name(Side.CREATIO))
        .isEqualTo("RecordInactive");
    assertThat(new ContactRows(mapping).columns().names())
        .contains("RecordInactive", "AccountId", "TypeId", "Name")
        .doesNotContain("UsrInactive", "Account");
  }

  @Test
  void aReferenceNamesItsContact() {
    String contact = "6f1c0000-0000-4000-8000-000000000001";

    assertThat(Reference.contact(Reference.first(contact))).isEqualTo(contact);
    assertThat(Reference.contact(Reference.moved(contact, "b"))).isEqualTo(contact);
    assertThat(Reference.moved(contact, "a")).isNotEqualTo(Reference.moved(contact, "b"));
  }
}

package io.weft.activities.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.workflows.record.LegalEntity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DimensionCheckTest {
  private static final LegalEntity USMF = new LegalEntity("usmf");
  private static final LegalEntity DEMF = new LegalEntity("demf");
  private static final LocalDate DAY = LocalDate.parse("2026-07-15");
  private static final DimensionCheck CHECK =
      new DimensionCheck(
          List.of(
              new DimensionValue("Department", null, "022", false, null, null),
              new DimensionValue("Department", null, "023", true, null, null),
              new DimensionValue("Department", DEMF, "099", false, null, null),
              new DimensionValue("Project", USMF, "P1", false, DAY, DAY),
              new DimensionValue("Project", null, "P2", true, null, null),
              new DimensionValue("Project", USMF, "P2", false, null, null)));

  private static List<String> check(LegalEntity legalEntity, String name, String value) {
    return check(legalEntity, name, value, DAY);
  }

  private static List<String> check(LegalEntity le, String name, String value, LocalDate day) {
    return CHECK.check(le, Map.of(name, value), day).stream().map(Refused::sentence).toList();
  }

  @Test
  void takesWhatExistsIsActiveAndNotSuspended() {
    assertThat(check(USMF, "department", "022")).isEmpty();
    assertThat(check(DEMF, "Department", "099")).isEmpty();
    assertThat(check(USMF, "Project", "p1")).isEmpty();
  }

  @Test
  void refusesWhatDoesNotExistHere() {
    assertThat(check(USMF, "Department", "0222"))
        .containsExactly(
            "Department '0222' is no dimension value in legal entity usmf. Did you mean '022'? Add"
                + " the value in D365, or correct the rule or record.");
    assertThat(check(USMF, "Department", "099"))
        .singleElement()
        .asString()
        .startsWith("Department '099' is no dimension value in legal entity usmf.");
    assertThat(check(USMF, "Area", "1")).hasSize(1);
  }

  @Test
  void refusesWhatIsSuspendedOrNotActiveThatDay() {
    assertThat(check(USMF, "Department", "023"))
        .containsExactly(
            "Department '023' is suspended in D365. Resume it there, or use another value, then"
                + " retry.");
    assertThat(check(USMF, "Project", "P1", DAY.minusDays(1)))
        .singleElement()
        .asString()
        .contains("is active from 2026-07-15 only, not on 2026-07-14");
    assertThat(check(USMF, "Project", "P1", DAY.plusDays(1)))
        .singleElement()
        .asString()
        .contains("was active until 2026-07-15, not on 2026-07-16");
  }

  @Test
  void oneUsableRowIsEnough() {
    assertThat(check(USMF, "Project", "P2")).isEmpty();
    assertThat(check(DEMF, "Project", "P2")).hasSize(1);
  }
}

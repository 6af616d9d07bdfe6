package io.weft.activities.d365;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InfologTest {
  @Test
  void keepsTheReasonAndDropsTheNoise() {
    Infolog log =
        Infolog.read(
            "Write failed for table row of type 'CustCustomerV3Entity'. Infolog: Warning: The value"
                + " 'Local' in field 'Customer group' is not found in the related table 'Customer"
                + " groups'.; Warning: validateField failed on field"
                + " 'CustCustomerV3Entity.CustomerGroupId'.; Error: Update has been canceled.");

    assertThat(log.text())
        .isEqualTo(
            "The value 'Local' in field 'Customer group' is not found in the related table"
                + " 'Customer groups'.");
    assertThat(log.field()).isEqualTo("CustomerGroupId");
  }

  @Test
  void keepsWhatHasNoInfolog() {
    assertThat(Infolog.read("Object reference not set").text())
        .isEqualTo("Object reference not set");
  }

  @Test
  void keepsTheNoiseWhereThereIsNothingElse() {
    assertThat(Infolog.read("Infolog: Error: Update has been canceled.").text())
        .contains("canceled");
  }

  @Test
  void cutsALongText() {
    assertThat(Infolog.read("x".repeat(5000)).text()).hasSize(600);
  }
}

package io.weft.activities.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.workflows.record.Side;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
  @Test
  void isTheSameForTheSameTroubleOfOtherRecords() {
    assertThat(Fingerprints.of(rejected("The value 'Local' in field 'Group' is unknown", "Group")))
        .isEqualTo(
            Fingerprints.of(rejected("The value 'X 9' in field 'Group' is unknown", "Group")));
  }

  @Test
  void tellsFieldsApartThatStandInQuotes() {
    assertThat(Fingerprints.of(rejected("Field 'Site' must be filled in.", "Site")))
        .isNotEqualTo(Fingerprints.of(rejected("Field 'Currency' must be filled in.", "Currency")));
  }

  private static RemoteException rejected(String message, String field) {
    return new RemoteException.Rejected(Side.D365, "CustomersV3.create", message, field);
  }
}

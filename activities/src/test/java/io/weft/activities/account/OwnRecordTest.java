package io.weft.activities.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OwnRecordTest {
  private static final RecordRef CUSTOMER =
      RecordRef.d365(SyncObjectName.ACCOUNT_CUSTOMER, new LegalEntity("usmf"), "CRT-1");
  private static final Fields SENT = company("Acme", "DE1", "ap@acme.example");

  private static Fields company(String name, String tax, String email) {
    Map<String, Value> values = new LinkedHashMap<>();
    values.put("OrganizationName", new Value.Text(name));
    values.put("TaxExemptNumber", new Value.Text(tax));
    values.put("PrimaryContactEmail", new Value.Text(email));
    return Fields.of(values);
  }

  private static boolean isOurs(RecordRef record, Fields found) {
    return OwnRecord.is(SENT, new Snapshot(record, found, null, null, null));
  }

  @Test
  void isKnownAgainAfterAUserRenamedIt() {
    assertThat(isOurs(CUSTOMER, company("Acme Holding", "DE1", "ap@acme.example"))).isTrue();
    assertThat(isOurs(CUSTOMER, company("Acme Holding", "DE1", "new@acme.example"))).isTrue();
    assertThat(isOurs(CUSTOMER, company(" ACME", "", ""))).isTrue();
  }

  @Test
  void aStrangerUnderOurNumberIsAStranger() {
    assertThat(isOurs(CUSTOMER, company("Zebra", "FR9", "z@zebra.example"))).isFalse();
    assertThat(isOurs(CUSTOMER, company("Zebra", "", ""))).isFalse();
  }

  @Test
  void whatNobodySentProvesNothing() {
    Snapshot empty = new Snapshot(CUSTOMER, company("Zebra", "", ""), null, null, null);
    assertThat(OwnRecord.is(company("Acme", "", ""), empty)).isFalse();
  }

  @Test
  void anAccountUnderAnIdOfOursIsOurs() {
    RecordRef account =
        RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, "6f2f7537-4219-3c65-a9ee-bb6ff3d89ecb");
    assertThat(isOurs(account, Fields.of("Name", new Value.Text("Acme Holding")))).isTrue();
  }
}

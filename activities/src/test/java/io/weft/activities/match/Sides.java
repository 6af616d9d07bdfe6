package io.weft.activities.match;

import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.util.List;

/** Records of both sides for tests. */
final class Sides {
  private static final LegalEntity USMF = new LegalEntity("usmf");

  private Sides() {}

  static RecordRef account(String id) {
    return RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, id);
  }

  static RecordRef customer(String number) {
    return RecordRef.d365(SyncObjectName.ACCOUNT_CUSTOMER, USMF, number);
  }

  /** Of a company in Germany: name, tax number, e-mail, phone, city. */
  static Traits traits(
      RecordRef record, String name, String tax, String mail, String phone, String city) {
    return Traits.of(new Profile(record, "", name, tax, mail, "", phone, "", "", city, "DEU"));
  }

  static Traits named(RecordRef record, String name) {
    return traits(record, name, "", "", "", "Ulm");
  }

  static List<String> keys(List<RecordRef> records) {
    return records.stream().map(RecordRef::key).toList();
  }
}

package io.weft.activities.hint;

import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.time.Instant;

/** Records, pairs and hints of numbered accounts. */
final class Hints {
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private Hints() {}

  static RecordRef account(int number) {
    return RecordRef.creatio(
        SyncObjectName.ACCOUNT_CUSTOMER, "00000000-0000-0000-0000-%012d".formatted(number));
  }

  static PairId pair(LegalEntity legalEntity, int number) {
    return new PairId(SyncObjectName.ACCOUNT_CUSTOMER, legalEntity, account(number).key());
  }

  static Hint hint(RecordRef record) {
    return Hint.of(record, Origin.WEBHOOK, NOON);
  }

  static Hint hint(int number) {
    return hint(account(number));
  }
}

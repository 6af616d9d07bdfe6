package io.weft.activities.store.sql;

import io.weft.activities.secret.FieldCipher;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** What every store of one database is built from. */
record Wiring(
    Database database,
    Clock clock,
    FieldCipher cipher,
    Function<RecordRef, String> introductionId,
    ToIntFunction<SyncObjectName> mappingVersion) {
  Instant now() {
    return clock.instant();
  }

  long nowMicros() {
    return Micros.of(now());
  }

  Dialect dialect() {
    return database.dialect();
  }
}

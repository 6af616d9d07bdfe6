package io.weft.activities.store.sql;

import io.weft.activities.secret.FieldCipher;
import io.weft.activities.store.AuditStore;
import io.weft.activities.store.DecisionStore;
import io.weft.activities.store.FactStore;
import io.weft.activities.store.FeedStore;
import io.weft.activities.store.HintStore;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.LoadPairStore;
import io.weft.activities.store.LoadRecordStore;
import io.weft.activities.store.LoadStore;
import io.weft.activities.store.ParkedStore;
import io.weft.activities.store.PassStore;
import io.weft.activities.store.TellingStore;
import io.weft.activities.store.WaiterStore;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * All stores over one database. Every method of every store may throw {@link
 * io.weft.activities.store.StoreException.Unavailable}; whether its transaction was stored is
 * unknown then. Thread-safe. The database is closed by who opened it.
 */
public final class SqlStores {
  private final Wiring wiring;

  /**
   * @param introductionId the id of the workflow that introduces a record
   * @param mappingVersion the version of an object's mapping in force, for the audit
   */
  public SqlStores(
      Database database,
      Clock clock,
      FieldCipher cipher,
      Function<RecordRef, String> introductionId,
      ToIntFunction<SyncObjectName> mappingVersion) {
    this.wiring = new Wiring(database, clock, cipher, introductionId, mappingVersion);
  }

  public HintStore hints() {
    return new SqlHintStore(wiring);
  }

  public LinkStore links() {
    return new SqlLinkStore(wiring);
  }

  public PassStore passes() {
    return new SqlPassStore(wiring);
  }

  public ParkedStore parked() {
    return new SqlParkedStore(wiring);
  }

  public TellingStore tellings() {
    return new SqlTellingStore(wiring);
  }

  public WaiterStore waiters() {
    return new SqlWaiterStore(wiring);
  }

  public AuditStore audit() {
    return new SqlAuditStore(wiring);
  }

  public FeedStore feeds() {
    return new SqlFeedStore(wiring);
  }

  public FactStore facts() {
    return new SqlFactStore(wiring);
  }

  public LoadStore loads() {
    return new SqlLoadStore(wiring);
  }

  public LoadRecordStore loadRecords() {
    return new SqlLoadRecordStore(wiring);
  }

  public LoadPairStore loadPairs() {
    return new SqlLoadPairStore(wiring);
  }

  public DecisionStore decisions() {
    return new SqlDecisionStore(wiring);
  }
}

package io.weft.activities.store;

import io.weft.activities.store.LoadPairStore.NewPair;
import io.weft.activities.store.LoadRecordStore.Scanned;
import io.weft.activities.store.LoadStore.Opening;
import io.weft.activities.store.sql.SqlStores;
import io.weft.activities.value.Digest;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.workflows.load.LoadChoices;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of a load's stores share; a subclass says which stores. */
abstract class LoadsContract {
  static final LoadChoices CHOICES =
      new LoadChoices(LoadChoices.Creation.BOTH, "creatio-wins", null, false, "ann", "go-live");

  final TestClock clock = new TestClock(StoreContract.START);
  SqlStores stores;

  abstract SqlStores open(Clock clock);

  @BeforeEach
  void openStores() {
    stores = open(clock);
  }

  static LoadId id(int number) {
    return new LoadId(SyncObjectName.ACCOUNT_CUSTOMER, StoreContract.USMF, number);
  }

  Load load(int number) {
    return ((Opening.Noted) stores.loads().open(id(number), false, CHOICES)).load();
  }

  static LoadMove move(Load load, String stage, String from, String to) {
    return new LoadMove(load, stage, from, to, false, 1, new LoadTally());
  }

  static Scanned customer(String key, String name, Long... hashes) {
    RecordRef record = StoreContract.customer(StoreContract.USMF, key);
    return scanned(record, name, hashes);
  }

  static Scanned account(String id, String name, Long... hashes) {
    return scanned(StoreContract.account(id), name, hashes);
  }

  private static Scanned scanned(RecordRef record, String name, Long... hashes) {
    Fields fields = Fields.of("Name", new Value.Text(name));
    Snapshot snapshot = new Snapshot(record, fields, null, StoreContract.START, null);
    return new Scanned(
        snapshot,
        Digest.of(fields),
        name,
        LoadVerdict.SCANNED,
        null,
        hashes.length,
        List.of(hashes));
  }

  void add(Load load, String from, String to, NewPair... pairs) {
    LoadMove move = move(load, "pairs", from, to);
    stores.loadPairs().add(move, Side.D365, List.of(), List.of(pairs));
  }

  void gather(Load load, int most) {
    for (int slice = 0; slice < LoadRecordStore.SLICES; slice++) {
      String from = slice == 0 ? "" : String.valueOf(slice);
      LoadMove move = move(load, "crowds", from, String.valueOf(slice + 1));
      stores.loadRecords().gather(move, slice, most);
    }
  }
}

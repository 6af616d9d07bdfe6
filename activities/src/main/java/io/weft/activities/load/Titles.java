package io.weft.activities.load;

import io.weft.activities.store.Load;
import io.weft.activities.store.LoadPair;
import io.weft.activities.store.LoadRecord;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people call the records of some pairs. */
final class Titles {
  private final Map<String, LoadRecord> accounts;
  private final Map<String, LoadRecord> customers;

  Titles(LoadStores stores, Load load, List<LoadPair> pairs) {
    List<String> creatio = new ArrayList<>();
    List<String> d365 = new ArrayList<>();
    for (LoadPair pair : pairs) {
      add(creatio, pair.creatioKey());
      add(d365, pair.d365Key());
    }
    this.accounts = stores.records().named(load, Side.CREATIO, creatio);
    this.customers = stores.records().named(load, Side.D365, d365);
  }

  private static void add(List<String> keys, @Nullable String key) {
    if (key != null) {
      keys.add(key);
    }
  }

  @Nullable String account(LoadPair pair) {
    return title(accounts, pair.creatioKey());
  }

  @Nullable String customer(LoadPair pair) {
    return title(customers, pair.d365Key());
  }

  private static @Nullable String title(Map<String, LoadRecord> records, @Nullable String key) {
    LoadRecord record = key == null ? null : records.get(key);
    return record == null ? null : record.title();
  }
}

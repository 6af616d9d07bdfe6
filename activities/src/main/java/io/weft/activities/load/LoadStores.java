package io.weft.activities.load;

import io.weft.activities.store.DecisionStore;
import io.weft.activities.store.LoadPairStore;
import io.weft.activities.store.LoadRecordStore;
import io.weft.activities.store.LoadStore;

/** What loads are kept in. */
public record LoadStores(
    LoadStore loads, LoadRecordStore records, LoadPairStore pairs, DecisionStore decisions) {}

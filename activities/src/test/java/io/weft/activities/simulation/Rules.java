package io.weft.activities.simulation;

import io.weft.activities.object.Arrival;
import io.weft.activities.object.Lifecycle;
import io.weft.activities.object.SyncObject;
import io.weft.activities.pass.OpenIntents;
import io.weft.activities.store.FeedStore;
import io.weft.activities.store.HintStore;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.PassStore;
import io.weft.activities.store.WaiterStore;

/**
 * The collaborators of the code under test, as they are. A mutation replaces one so that one rule
 * of the protocol is broken.
 */
class Rules {
  PassStore passes(PassStore store, World world) {
    return store;
  }

  LinkStore links(LinkStore store, World world) {
    return store;
  }

  HintStore hints(HintStore store, World world) {
    return store;
  }

  WaiterStore waiters(WaiterStore store, World world) {
    return store;
  }

  FeedStore feeds(FeedStore store, World world) {
    return store;
  }

  SyncObject plug(SyncObject object) {
    return object;
  }

  Arrival arrival(SimObject object, World world) {
    return object;
  }

  Lifecycle lifecycle(SimObject object) {
    return object;
  }

  OpenIntents.OwnUser ownUser() {
    return Remote.OURS::equals;
  }

  void prepare(World world) {}
}

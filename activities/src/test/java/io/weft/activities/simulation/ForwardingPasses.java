package io.weft.activities.simulation;

import io.weft.activities.merge.Base;
import io.weft.activities.store.Holder;
import io.weft.activities.store.Intent;
import io.weft.activities.store.IntentResult;
import io.weft.activities.store.PassStore;
import io.weft.activities.store.Settled;
import io.weft.activities.store.Settlement;
import io.weft.activities.store.Sheet;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.PairId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A pass store that does what the one behind it does; mutations override what they break. */
class ForwardingPasses implements PassStore {
  static final Both<@Nullable Base> NO_BASES = new Both<>(null, null);
  static final Both<@Nullable String> NO_DIGESTS = new Both<>(null, null);

  final PassStore store;

  /** Every intent announced so far, as its attempt knows it. */
  final Map<String, Intent> announced = new LinkedHashMap<>();

  ForwardingPasses(PassStore store) {
    this.store = store;
  }

  @Override
  public Sheet open(PairId pair, Holder holder) {
    return store.open(pair, holder);
  }

  @Override
  public void announce(Sheet sheet, List<Intent> intents) {
    intents.forEach(intent -> announced.put(intent.id(), intent));
    store.announce(sheet, intents);
  }

  @Override
  public void confirm(
      Sheet sheet,
      List<IntentResult> results,
      Both<@Nullable Base> bases,
      Both<@Nullable String> digests) {
    store.confirm(sheet, results, bases, digests);
  }

  @Override
  public long mark(PairId pair) {
    return store.mark(pair);
  }

  @Override
  public Settled settle(Sheet sheet, Settlement done) {
    return store.settle(sheet, done);
  }

  @Override
  public void release(Sheet sheet) {
    store.release(sheet);
  }

  /** A settlement with other bases. */
  static Settlement withBases(Settlement done, UnaryOperator<Both<@Nullable Base>> change) {
    return new Settlement(
        done.results(),
        change.apply(done.bases()),
        done.digests(),
        done.covered(),
        done.seen(),
        done.link(),
        done.said(),
        done.remarks(),
        done.again(),
        done.unpark());
  }

  /** A sheet with other bases or open intents. */
  static Sheet withDesk(Sheet sheet, Both<@Nullable Base> bases, List<Intent> open) {
    return new Sheet(
        sheet.link(),
        sheet.holder(),
        sheet.fences(),
        bases,
        sheet.digests(),
        open,
        sheet.deliveries());
  }
}

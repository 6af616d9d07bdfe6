package io.weft.activities.store.memory;

import io.weft.activities.merge.Base;
import io.weft.activities.store.Entries;
import io.weft.activities.store.Holder;
import io.weft.activities.store.Intent;
import io.weft.activities.store.IntentResult;
import io.weft.activities.store.IntentResult.Outcome;
import io.weft.activities.store.Link;
import io.weft.activities.store.PassStore;
import io.weft.activities.store.Provisional;
import io.weft.activities.store.Settled;
import io.weft.activities.store.Settlement;
import io.weft.activities.store.Sheet;
import io.weft.activities.store.StoreException;
import io.weft.activities.store.memory.MemoryState.BaseRow;
import io.weft.activities.store.memory.MemoryState.Claim;
import io.weft.activities.store.memory.MemoryState.IntentRow;
import io.weft.activities.store.memory.MemoryState.PairSide;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class MemoryPasses implements PassStore {
  private final MemoryState state;
  private final MemoryOutcomes outcomes;

  MemoryPasses(MemoryState state) {
    this.state = state;
    this.outcomes = new MemoryOutcomes(state);
  }

  @Override
  public Sheet open(PairId pair, Holder holder) {
    synchronized (state) {
      Link link = state.links.get(pair);
      if (link == null) {
        throw new IllegalArgumentException("there is no pair " + pair.path());
      }
      refuseIfClaimed(link.record(Side.CREATIO).path(), holder);
      refuseIfClaimed(link.record(Side.D365).path(), holder);
      Both<Long> fences =
          new Both<>(take(link, Side.CREATIO, holder), take(link, Side.D365, holder));
      Both<@Nullable Base> bases = new Both<>(base(pair, Side.CREATIO), base(pair, Side.D365));
      return new Sheet(
          link,
          holder,
          fences,
          bases,
          new Both<>(digest(pair, Side.CREATIO), digest(pair, Side.D365)),
          openIntents(link),
          state.openDeliveries(pair.path()));
    }
  }

  private void refuseIfClaimed(String record, Holder holder) {
    Claim claim = state.claims.get(record);
    if (claim != null && claim.isLive(now()) && !claim.holder().equals(holder.id())) {
      throw new StoreException.Claimed(record, claim.until());
    }
  }

  private long take(Link link, Side side, Holder holder) {
    String record = link.record(side).path();
    Claim before = state.claims.get(record);
    long fence = before == null ? 1 : before.fence() + 1;
    Claim claim = new Claim(holder.id(), holder.attempt(), link.pair(), fence, holder.until());
    state.claims.put(record, claim);
    return fence;
  }

  private @Nullable Base base(PairId pair, Side side) {
    BaseRow row = state.bases.get(new PairSide(pair, side));
    return row == null ? null : row.base();
  }

  private @Nullable String digest(PairId pair, Side side) {
    BaseRow row = state.bases.get(new PairSide(pair, side));
    return row == null || !row.base().unknown().isEmpty() ? null : row.digest();
  }

  private List<Intent> openIntents(Link link) {
    List<Intent> open = new ArrayList<>();
    for (IntentRow row : state.intents.values()) {
      Intent intent = row.announced().intent();
      boolean ours =
          intent.pair().equals(link.pair())
              || intent.target().equals(link.record(intent.target().side()));
      if (row.isOpen() && ours) {
        open.add(intent);
      }
    }
    return open;
  }

  @Override
  public void announce(Sheet sheet, List<Intent> intents) {
    synchronized (state) {
      check(sheet);
      for (Intent intent : intents) {
        String who = Entries.initiator(sheet, intent.target().side());
        int version = state.mappingVersion.applyAsInt(intent.pair().object());
        Entries.Announced announced =
            new Entries.Announced(intent, sheet.holder().run(), who, version);
        state.intents.putIfAbsent(intent.id(), new IntentRow(announced, null));
      }
    }
  }

  private void check(Sheet sheet) {
    Link link = state.links.get(sheet.link().pair());
    boolean current =
        link != null
            && link.version() == sheet.link().version()
            && holds(sheet, Side.CREATIO)
            && holds(sheet, Side.D365);
    if (!current) {
      throw new StoreException.Overtaken(
          sheet.link().pair().path() + " was taken over by a later attempt");
    }
  }

  private boolean holds(Sheet sheet, Side side) {
    Claim claim = state.claims.get(sheet.link().record(side).path());
    return claim != null
        && claim.fence() == sheet.fences().of(side)
        && claim.attempt().equals(sheet.holder().attempt());
  }

  @Override
  public void confirm(
      Sheet sheet,
      List<IntentResult> results,
      Both<@Nullable Base> bases,
      Both<@Nullable String> digests) {
    synchronized (state) {
      checkOrCorrect(sheet, results);
      requireAnnounced(results);
      store(sheet.link().pair(), results, bases, digests);
    }
  }

  private void requireAnnounced(List<IntentResult> results) {
    for (IntentResult result : results) {
      boolean known = state.intents.containsKey(result.intentId());
      if (!known && result.outcome() != Outcome.NOT_SENT) {
        throw new IllegalArgumentException("no intent " + result.intentId() + " was announced");
      }
    }
  }

  private void checkOrCorrect(Sheet sheet, List<IntentResult> results) {
    try {
      check(sheet);
    } catch (StoreException.Overtaken e) {
      results.forEach(outcomes::correct);
      throw e;
    }
  }

  private void store(
      PairId pair,
      List<IntentResult> results,
      Both<@Nullable Base> bases,
      Both<@Nullable String> digests) {
    results.forEach(result -> close(pair, result));
    for (Side side : Side.values()) {
      Base base = bases.of(side);
      if (base != null) {
        state.bases.put(new PairSide(pair, side), new BaseRow(base, digests.of(side)));
      }
    }
  }

  private void close(PairId pair, IntentResult result) {
    IntentRow row = state.intents.get(result.intentId());
    if (row == null || !row.isOpen()) {
      return;
    }
    if (result.outcome() == Outcome.NOT_SENT) {
      state.intents.remove(result.intentId());
      return;
    }
    Intent intent = row.announced().intent();
    state.intents.put(intent.id(), new IntentRow(row.announced(), result.outcome()));
    state.write(Entries.write(row.announced(), result));
    if (!intent.pair().equals(pair)) {
      outcomes.rebase(intent, result.outcome());
    }
  }

  @Override
  public long mark(PairId pair) {
    synchronized (state) {
      for (int i = state.hints.size() - 1; i >= 0; i--) {
        if (state.hints.get(i).wasDelivered(pair.path())) {
          return state.hints.get(i).id;
        }
      }
      return 0;
    }
  }

  @Override
  public Settled settle(Sheet sheet, Settlement done) {
    synchronized (state) {
      checkOrCorrect(sheet, done.results());
      requireAnnounced(done.results());
      PairId pair = sheet.link().pair();
      if (!done.link().isNone()) {
        MemoryLinks.change(state, sheet.link(), done.link());
        adopt(pair, done.link().d365Key());
      }
      store(pair, done.results(), done.bases(), done.digests());
      done.endings(sheet.deliveries(), state.openDeliveries(pair.path()))
          .forEach((id, as) -> state.hint(id).close(pair.path(), as));
      log(sheet, done);
      if (done.again()) {
        lookAgain(sheet.link());
      }
      if (done.unpark()) {
        state.parked.remove(pair.path());
      }
      free(sheet);
      return new Settled(!state.openDeliveries(pair.path()).isEmpty());
    }
  }

  private void adopt(PairId pair, @Nullable String number) {
    if (number != null && !Provisional.is(number)) {
      RecordRef record = RecordRef.d365(pair.object(), pair.legalEntity(), number);
      state.handOver(record, List.of(pair));
    }
  }

  private void log(Sheet sheet, Settlement done) {
    String subject = sheet.link().pair().path();
    int version = state.mappingVersion.applyAsInt(sheet.link().pair().object());
    for (Instruction said : done.said()) {
      state.write(Entries.said(subject, said, sheet.holder().run(), version, now()));
    }
    if (!done.remarks().isEmpty()) {
      state.write(Entries.remark(sheet, done.remarks(), version, now()));
    }
  }

  private void lookAgain(Link link) {
    Hint look = Hint.of(link.record(Side.CREATIO), Origin.PASS, now());
    HintRow row = new HintRow(state.hints.size() + 1L, look, null);
    row.deliver(link.pair().path());
    row.told = now();
    state.hints.add(row);
  }

  private void free(Sheet sheet) {
    for (Side side : Side.values()) {
      String record = sheet.link().record(side).path();
      if (holds(sheet, side)) {
        long fence = sheet.fences().of(side);
        Claim claim = state.claims.get(record);
        Instant until = claim.isLive(now()) ? now() : claim.until();
        state.claims.put(record, new Claim("", "", claim.pair(), fence, until));
      }
    }
  }

  @Override
  public void release(Sheet sheet) {
    synchronized (state) {
      free(sheet);
    }
  }

  private Instant now() {
    return state.clock.instant();
  }
}

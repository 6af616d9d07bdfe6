package io.weft.activities.simulation;

import io.weft.activities.pass.OpenIntents;
import io.weft.activities.store.Holder;
import io.weft.activities.store.Intent;
import io.weft.activities.store.IntentResult;
import io.weft.activities.store.IntentResult.Outcome;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkChange;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.PassStore;
import io.weft.activities.store.Provisional;
import io.weft.activities.store.Settled;
import io.weft.activities.store.Settlement;
import io.weft.activities.store.Sheet;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes that are not followed up as they should be: rows 3, 4, 5, 7, 8 and 14. */
final class IntentMutants {
  private IntentMutants() {}

  private static List<IntentResult> all(List<Intent> intents, Outcome outcome) {
    return intents.stream().map(i -> new IntentResult(i.id(), outcome, "mutated")).toList();
  }

  /** Row 3: a write that nobody heard of again is taken as never sent. */
  static final class Forgotten extends Rules {
    @Override
    PassStore passes(PassStore store, World world) {
      return new ForwardingPasses(store) {
        @Override
        public Sheet open(PairId pair, Holder holder) {
          Sheet sheet = super.open(pair, holder);
          List<IntentResult> never = all(sheet.openIntents(), Outcome.NOT_SENT);
          super.confirm(sheet, never, NO_BASES, NO_DIGESTS);
          return withDesk(sheet, sheet.bases(), List.of());
        }
      };
    }
  }

  /** Row 4: nobody waits for what may still land. */
  static final class Impatient extends Rules {
    @Override
    PassStore passes(PassStore store, World world) {
      return new ForwardingPasses(store) {
        @Override
        public void announce(Sheet sheet, List<Intent> intents) {
          super.announce(sheet, intents.stream().map(Impatient::over).toList());
        }
      };
    }

    private static Intent over(Intent intent) {
      return changed(intent, intent.decisions(), intent.announcedAt());
    }
  }

  private static Intent changed(Intent intent, List<FieldDecision> decisions, Instant horizon) {
    return new Intent(
        intent.id(),
        intent.pair(),
        intent.target(),
        intent.kind(),
        intent.before(),
        intent.sent(),
        intent.counterpart(),
        intent.guard(),
        decisions,
        intent.announcedAt(),
        intent.deadline(),
        horizon);
  }

  /** Row 5: whoever put the value there, it is taken for our write. */
  static final class Credulous extends Rules {
    @Override
    OpenIntents.OwnUser ownUser() {
      return modifiedBy -> true;
    }
  }

  /** Row 7: the loser of a conflict is recorded when the pass settles. */
  static final class Loserless extends Rules {
    @Override
    PassStore passes(PassStore store, World world) {
      Map<String, List<FieldDecision>> losers = new LinkedHashMap<>();
      return new ForwardingPasses(store) {
        @Override
        public void announce(Sheet sheet, List<Intent> intents) {
          List<FieldDecision> kept =
              losers.computeIfAbsent(sheet.holder().attempt(), a -> new ArrayList<>());
          intents.forEach(intent -> kept.addAll(intent.decisions()));
          super.announce(sheet, intents.stream().map(Loserless::withoutLosers).toList());
        }

        @Override
        public Settled settle(Sheet sheet, Settlement done) {
          List<FieldDecision> remarks = new ArrayList<>(done.remarks());
          remarks.addAll(losers.getOrDefault(sheet.holder().attempt(), List.of()));
          return super.settle(sheet, withRemarks(done, remarks));
        }
      };
    }

    private static Intent withoutLosers(Intent intent) {
      List<FieldDecision> silent =
          intent.decisions().stream()
              .map(
                  d ->
                      new FieldDecision(
                          d.field(), d.verdict(), d.target(), d.before(), d.after(), null, d.why()))
              .toList();
      return changed(intent, silent, intent.horizon());
    }

    private static Settlement withRemarks(Settlement done, List<FieldDecision> remarks) {
      return new Settlement(
          done.results(),
          done.bases(),
          done.digests(),
          done.covered(),
          done.seen(),
          done.link(),
          done.said(),
          remarks,
          done.again(),
          done.unpark());
    }
  }

  /** Row 8: a server error after the commit is taken for a refusal. */
  static final class Refusing extends Rules {
    @Override
    void prepare(World world) {
      world.creatio.refusesLostAnswers = true;
    }
  }

  /** Row 14: a create without an answer is looked up once, then made anew under the next number. */
  static final class Hasty extends Rules {
    @Override
    PassStore passes(PassStore store, World world) {
      return new ForwardingPasses(store) {
        @Override
        public Sheet open(PairId pair, Holder holder) {
          Sheet sheet = super.open(pair, holder);
          boolean unheard =
              sheet.openIntents().stream()
                  .anyMatch(i -> i.kind() == Intent.Kind.CREATE && i.target().side() == Side.D365);
          if (!unheard || world.d365.get(sheet.link().record(Side.D365)) != null) {
            return sheet;
          }
          List<IntentResult> given = all(sheet.openIntents(), Outcome.UNKNOWN);
          super.confirm(sheet, given, NO_BASES, NO_DIGESTS);
          renumber(world, sheet.link());
          return super.open(pair, holder);
        }
      };
    }

    private static void renumber(World world, Link link) {
      LinkStore links = world.stores.links();
      LinkStore.NumberRange range = new SimObject(world).numbers(link.pair().legalEntity());
      String next = links.nextNumber(link.pair(), link.d365Key(), range);
      links.change(link, LinkChange.number(next));
    }
  }

  /** Row 14 where D365 assigns the number: after an unknown outcome nobody looks for ours. */
  static final class Unreferenced extends Rules {
    @Override
    PassStore passes(PassStore store, World world) {
      return new ForwardingPasses(store) {
        @Override
        public Sheet open(PairId pair, Holder holder) {
          Sheet sheet = super.open(pair, holder);
          boolean unheard =
              sheet.openIntents().stream().anyMatch(i -> Provisional.is(i.target().key()));
          if (!unheard) {
            return sheet;
          }
          List<IntentResult> given = all(sheet.openIntents(), Outcome.UNKNOWN);
          super.confirm(sheet, given, NO_BASES, NO_DIGESTS);
          world.d365.blind = true;
          return withDesk(sheet, sheet.bases(), List.of());
        }
      };
    }
  }
}

package io.weft.activities.simulation;

import io.weft.activities.merge.Base;
import io.weft.activities.object.Arrival;
import io.weft.activities.object.Lifecycle;
import io.weft.activities.object.Meeting;
import io.weft.activities.object.Newcomer;
import io.weft.activities.object.Standing;
import io.weft.activities.object.Upkeep;
import io.weft.activities.store.HintStore;
import io.weft.activities.store.Holder;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkChange;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.LinkWanted;
import io.weft.activities.store.Linking;
import io.weft.activities.store.PassStore;
import io.weft.activities.store.Sheet;
import io.weft.activities.store.StoredHint;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records that are made or taken twice: rows 15 to 18. */
final class LinkMutants {
  private LinkMutants() {}

  /** Row 15: whoever has the number that we meant to give is taken for our record. */
  static final class Adopting extends Rules {
    @Override
    PassStore passes(PassStore store, World world) {
      return new ForwardingPasses(store) {
        @Override
        public Sheet open(PairId pair, Holder holder) {
          Sheet sheet = super.open(pair, holder);
          Both<@Nullable Base> bases = sheet.bases();
          return bases.d365() != null
              ? sheet
              : withDesk(sheet, bases.with(Side.D365, Base.NONE), sheet.openIntents());
        }
      };
    }
  }

  /** Row 16: a record that is not there is still to be made; nobody asks whether it was merged. */
  static final class BlindToMerges extends Rules {
    @Override
    Lifecycle lifecycle(SimObject object) {
      return new Lifecycle() {
        @Override
        public Standing standing(Link link, Both<@Nullable Snapshot> now, Both<Boolean> goneSaid) {
          return link.state() == LinkState.RESERVED
              ? new Standing.Live()
              : object.standing(link, now, goneSaid);
        }

        @Override
        public Upkeep upkeep(Link link, Both<@Nullable Snapshot> now) {
          return object.upkeep(link, now);
        }

        @Override
        public boolean isHold(Fields upkeep) {
          return object.isHold(upkeep);
        }

        @Override
        public LinkChange learned(Link link, Both<@Nullable Snapshot> now) {
          return object.learned(link, now);
        }

        @Override
        public boolean isOurs(Fields sent, Snapshot found) {
          return object.isOurs(sent, found);
        }
      };
    }
  }

  /** Row 17: a record that we make is a stranger until the pass that made it has settled. */
  static final class Unreserved extends Rules {
    @Override
    LinkStore links(LinkStore store, World world) {
      return new ForwardingLinks(store) {
        @Override
        public List<Link> linksOf(RecordRef record) {
          return settled(record, super.linksOf(record));
        }

        @Override
        public Linking link(LinkWanted wanted) {
          Linking linking = super.link(wanted);
          if (!(linking instanceof Linking.Taken taken)
              || taken.by().state() != LinkState.RESERVED) {
            return linking;
          }
          String elsewhere = taken.by().d365Key() + "-again"; // whoever comes takes the key
          change(taken.by(), LinkChange.number(elsewhere));
          return super.link(wanted);
        }
      };
    }

    @Override
    HintStore hints(HintStore store, World world) {
      return new ForwardingHints(store) {
        @Override
        public List<StoredHint> accept(List<Incoming> hints) {
          return super.accept(hints).stream().map(hint -> introducing(hint, world)).toList();
        }
      };
    }

    private static StoredHint introducing(StoredHint hint, World world) {
      RecordRef record = hint.hint().record();
      boolean unknown =
          hint.unknown() || settled(record, world.stores.links().linksOf(record)).isEmpty();
      return new StoredHint(hint.id(), hint.hint(), hint.pairs(), unknown);
    }

    private static List<Link> settled(RecordRef record, List<Link> links) {
      return links.stream()
          .filter(l -> l.state() != LinkState.RESERVED || l.bornOn() == record.side())
          .toList();
    }

    @Override
    Arrival arrival(SimObject object, World world) {
      return new ForwardingArrival(object) {
        @Override
        public Meeting meet(Newcomer newcomer, LegalEntity legalEntity) {
          Meeting meeting = super.meet(newcomer, legalEntity);
          boolean linked =
              meeting instanceof Meeting.Sure sure
                  && !world.stores.links().linksOf(sure.partner().record()).isEmpty();
          return linked ? new Meeting.Nobody() : meeting;
        }

        @Override
        public List<String> matchKeys(Newcomer newcomer) {
          return List.of();
        }
      };
    }
  }

  /** Row 18: two newcomers of one company do not get in each other's way. */
  static final class Keyless extends Rules {
    @Override
    Arrival arrival(SimObject object, World world) {
      return new ForwardingArrival(object) {
        @Override
        public List<String> matchKeys(Newcomer newcomer) {
          return List.of();
        }
      };
    }
  }
}

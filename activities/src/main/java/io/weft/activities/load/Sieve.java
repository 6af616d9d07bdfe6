package io.weft.activities.load;

import io.weft.activities.creatio.CreatioValues;
import io.weft.activities.http.Row;
import io.weft.activities.object.Newcomer;
import io.weft.activities.object.Route;
import io.weft.activities.poll.RowReader;
import io.weft.activities.store.LoadRecordStore.Scanned;
import io.weft.activities.store.LoadTally;
import io.weft.activities.store.LoadTroubles;
import io.weft.activities.store.LoadVerdict;
import io.weft.activities.value.Digest;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a row read by a scan is to the load: by the object's own scope and routing. */
final class Sieve {
  private static final String ELSEWHERE = "it belongs to other legal entities";

  private final Subject subject;
  private final Side side;
  private final RowReader reader;

  Sieve(Subject subject, Side side) {
    this.subject = subject;
    this.side = side;
    this.reader = subject.loadable().tables().of(side).reader();
  }

  RecordRef ref(Row row) {
    return reader.ref(row);
  }

  /** The row as a record; counts what it is to the load. */
  Scanned sift(Row row, LoadTally tally) {
    RecordRef record = reader.ref(row);
    Fields fields;
    try {
      fields = reader.fields(row);
    } catch (IllegalArgumentException e) {
      return unreadable(record, String.valueOf(e.getMessage()), tally);
    }
    Snapshot snapshot = snapshot(record, fields, row);
    return routed(snapshot, subject.object().arrival().route(new Newcomer(snapshot)), tally);
  }

  /** The row as a record, if its contents are still the ones of that digest. */
  Optional<Snapshot> unchanged(Row row, String digest) {
    try {
      Fields fields = reader.fields(row);
      return Digest.of(fields).equals(digest)
          ? Optional.of(snapshot(reader.ref(row), fields, row))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // sifting says what is wrong with it
    }
  }

  private Snapshot snapshot(RecordRef record, Fields fields, Row row) {
    Instant modifiedOn = side == Side.CREATIO ? CreatioValues.modifiedOn(row) : null;
    return new Snapshot(record, fields, null, modifiedOn, null);
  }

  private Scanned routed(Snapshot snapshot, Route route, LoadTally tally) {
    if (route instanceof Route.LeftOut out) {
      tally.add(Names.out(side, out.why()), path(snapshot));
      return scanned(snapshot, LoadVerdict.OUT_OF_SCOPE, out.why(), tally);
    }
    if (route instanceof Route.NoRule none) {
      LoadTroubles.count(tally, none.problem(), path(snapshot));
      return scanned(snapshot, LoadVerdict.REFUSED, none.problem().what(), tally);
    }
    if (route instanceof Route.Waits waits && isHere(waits.need().legalEntity())) {
      String needed = waits.need().record().path();
      tally.add(Names.AWAITED + needed, path(snapshot));
      String why = "it needs " + needed + ", which is not linked";
      return scanned(snapshot, LoadVerdict.WAITS, why, tally);
    }
    boolean here =
        route instanceof Route.To to && to.legalEntities().stream().anyMatch(this::isHere);
    if (here) {
      return scanned(snapshot, LoadVerdict.SCANNED, null, tally);
    }
    tally.add(Names.out(side, ELSEWHERE), path(snapshot));
    return scanned(snapshot, LoadVerdict.ELSEWHERE, ELSEWHERE, tally);
  }

  private boolean isHere(LegalEntity legalEntity) {
    return legalEntity.equals(subject.legalEntity());
  }

  private Scanned scanned(
      Snapshot snapshot, LoadVerdict verdict, @Nullable String note, LoadTally tally) {
    tally.add(Names.sifted(side, verdict));
    Likeness.Features features = subject.loadable().likeness().of(snapshot);
    return new Scanned(
        snapshot,
        Digest.of(snapshot.fields()),
        features.title(),
        verdict,
        note,
        features.home(),
        features.hashes());
  }

  private Scanned unreadable(RecordRef record, String why, LoadTally tally) {
    Problem problem = Troubles.unreadable(side, record.path(), why);
    LoadTroubles.count(tally, problem, record.path());
    tally.add(Names.sifted(side, LoadVerdict.REFUSED));
    Snapshot nothing = new Snapshot(record, Fields.none(), null, null, null);
    return new Scanned(nothing, "", "", LoadVerdict.REFUSED, problem.what(), 0, Set.of());
  }

  private static String path(Snapshot snapshot) {
    return snapshot.record().path();
  }
}

package io.weft.activities.introduction;

import io.weft.activities.object.Standing;
import io.weft.activities.object.SyncObject;
import io.weft.activities.object.SyncObjects;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkStore;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.util.List;
import java.util.Optional;

/** Records of Creatio that were merged into a newcomer, and the pairs that they left to it. */
final class Merges {
  private final SyncObjects objects;
  private final LinkStore links;

  Merges(SyncObjects objects, LinkStore links) {
    this.objects = objects;
    this.links = links;
  }

  /**
   * The partner may be on its way, made for a record that was merged into this one meanwhile: not
   * to be found yet, and under another name.
   *
   * @throws PairToMove if it is so
   */
  void awaitThoseMergedInto(RecordRef record, LegalEntity legalEntity) {
    SyncObject object = objects.of(record.object(), legalEntity);
    if (record.side() != Side.CREATIO || object.document()) {
      return; // nothing is merged into it
    }
    List<Link> others =
        links.beingMade(record.object(), legalEntity).stream()
            .filter(link -> !link.creatioId().equals(record.key()))
            .toList();
    List<RecordRef> lost = others.stream().map(link -> link.record(Side.CREATIO)).toList();
    List<Optional<Snapshot>> there = object.records().of(Side.CREATIO).readAll(lost);
    for (int i = 0; i < lost.size(); i++) {
      if (there.get(i).isEmpty() && wasMergedInto(record, others.get(i))) {
        throw new PairToMove(others.get(i));
      }
    }
  }

  /** Creatio tells nobody of a merge: the survivor may be seen before the loss. */
  boolean wasMergedInto(RecordRef record, Link other) {
    if (record.side() != Side.CREATIO) {
      return false;
    }
    SyncObject object = objects.of(record.object(), other.pair().legalEntity());
    RecordRef lost = RecordRef.creatio(record.object(), other.creatioId());
    if (object.records().of(Side.CREATIO).read(lost).isPresent()) {
      return false;
    }
    Standing standing =
        object.lifecycle().standing(other, new Both<>(null, null), new Both<>(false, false));
    return standing instanceof Standing.Over over && record.key().equals(over.successor());
  }
}

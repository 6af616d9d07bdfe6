package io.weft.workflows.sync;

import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import org.jspecify.annotations.Nullable;

/**
 * What a workflow is about, in words for the desk and the run's page; no personal data.
 *
 * @param object slug of the sync object
 * @param record path of the pair or record
 * @param blocks one sentence: what is held up while this waits
 */
public record Subject(String object, @Nullable String legalEntity, String record, String blocks) {
  /** A linked pair. */
  public static Subject of(PairId pair) {
    return new Subject(
        pair.object().slug(),
        pair.legalEntity().id(),
        pair.path(),
        "Further changes of this record, and records that need it first. Nothing else waits.");
  }

  /** A record that is not linked yet. */
  public static Subject of(RecordRef record) {
    LegalEntity legalEntity = record.legalEntity();
    return new Subject(
        record.object().slug(),
        legalEntity == null ? null : legalEntity.id(),
        record.path(),
        "This record is not on the other side yet; records that need it wait for it.");
  }
}

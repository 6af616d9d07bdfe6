package io.weft.activities.poll;

import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;

/**
 * How the rows of every set that a mapping lists under {@code feeds} become records of one sync
 * object. What a new object supplies so that its changes are found. Pure and thread-safe.
 */
public interface FeedRows {
  SyncObjectName object();

  /**
   * Whether a D365 record that is linked with nothing may be a newcomer. Not so for documents that
   * begin in Creatio: of those only the linked ones are followed, however many there are. Needed
   * too where the rows of the object's own set are no image of a record, because a full read would
   * tell of each row each time.
   */
  default boolean newcomersInD365() {
    return true;
  }

  /**
   * The reader of a set of Creatio. For the object's own set: its rows in the form in which a pass
   * reads them. For a set below it: {@link ChildRows} where a pass compares those rows by
   * themselves; the reader of the object's own set where its rows show them too, as an account
   * shows its e-mail.
   *
   * @throws IllegalArgumentException for a set that this object does not follow
   */
  RowReader creatio(String set);

  /**
   * The reader of a set of D365 in a legal entity; as in {@link #creatio}.
   *
   * @throws IllegalArgumentException for a set or legal entity that this object does not follow
   */
  RowReader d365(String set, LegalEntity legalEntity);
}

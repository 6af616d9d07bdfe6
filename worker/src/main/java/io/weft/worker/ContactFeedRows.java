package io.weft.worker;

import io.weft.activities.contact.Contacts;
import io.weft.activities.poll.FeedRows;
import io.weft.activities.poll.RowReader;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;

/** The feeds of contacts and contact persons. */
record ContactFeedRows(Contacts contacts) implements FeedRows {
  @Override
  public SyncObjectName object() {
    return SyncObjectName.CONTACT;
  }

  @Override
  public RowReader creatio(String set) {
    return contacts.contactRows();
  }

  @Override
  public RowReader d365(String set, LegalEntity legalEntity) {
    return contacts.personRows(legalEntity);
  }
}

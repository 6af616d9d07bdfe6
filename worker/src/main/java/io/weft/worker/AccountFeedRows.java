package io.weft.worker;

import io.weft.activities.account.AccountCustomer;
import io.weft.activities.poll.FeedRows;
import io.weft.activities.poll.RowReader;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;

/** The feeds of accounts and customers; an account's row shows its e-mail rows too. */
record AccountFeedRows(AccountCustomer accounts) implements FeedRows {
  @Override
  public SyncObjectName object() {
    return SyncObjectName.ACCOUNT_CUSTOMER;
  }

  @Override
  public RowReader creatio(String set) {
    return accounts.accountRows();
  }

  @Override
  public RowReader d365(String set, LegalEntity legalEntity) {
    return accounts.customerRows(legalEntity);
  }
}

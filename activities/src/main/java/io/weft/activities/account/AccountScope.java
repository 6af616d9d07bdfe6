package io.weft.activities.account;

import io.weft.activities.value.Snapshot;
import org.jspecify.annotations.Nullable;

/** Which accounts are customers, and which customers are accounts. */
public interface AccountScope {
  /** Why an account that has a customer is not written any more; null while it is in scope. */
  @Nullable String leaves(Snapshot account);

  /** Why a new record is not ours to sync; null if it is. */
  @Nullable String leavesOut(Snapshot newcomer);
}

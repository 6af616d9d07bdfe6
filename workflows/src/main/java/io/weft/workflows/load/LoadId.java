package io.weft.workflows.load;

import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;

/**
 * One load, or one plan of a load: plans and loads of an object in a legal entity are counted
 * together, from 1.
 */
public record LoadId(SyncObjectName object, LegalEntity legalEntity, int number) {
  public LoadId {
    if (number < 1) {
      throw new IllegalArgumentException("load number " + number + ": at least 1 expected");
    }
  }

  /** {@code load/account-customer/usmf/3}: also the workflow id. */
  public String path() {
    return "load/" + object.slug() + "/" + legalEntity.id() + "/" + number;
  }

  @Override
  public String toString() {
    return path();
  }
}

package io.weft.activities.account;

import io.weft.activities.object.Newcomer;
import io.weft.activities.store.FactStore;
import io.weft.workflows.record.RecordRef;

/**
 * Accounts that became customers only because a quotation or an order needed them. That is
 * remembered for good: once nobody waits any more, they are as little of a customer's type as
 * before. Safe to repeat.
 */
final class OnDemand {
  private final FactStore facts;
  private final boolean allowed;

  /**
   * @param allowed whether accounts become customers on demand at all
   */
  OnDemand(FactStore facts, boolean allowed) {
    this.facts = facts;
    this.allowed = allowed;
  }

  /** Whether an account that is no customer becomes one now, or did so before. */
  boolean takes(Newcomer newcomer) {
    RecordRef record = newcomer.snapshot().record();
    if (!newcomer.wanted() || !allowed) {
      return remembers(record);
    }
    facts.keep(fact(record), "wanted");
    return true;
  }

  /** Whether an account became a customer on demand. */
  boolean remembers(RecordRef account) {
    return facts.fact(fact(account)).isPresent();
  }

  private static String fact(RecordRef account) {
    return "on-demand/" + account.key();
  }
}

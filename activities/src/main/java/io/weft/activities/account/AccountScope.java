package io.weft.activities.account;

import io.weft.activities.mapping.LookUps;
import io.weft.activities.object.Newcomer;
import io.weft.activities.rule.Scope;
import io.weft.activities.rule.Scope.Take;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.Side;
import org.jspecify.annotations.Nullable;

/** Which accounts are customers, and which customers are accounts; by the settings' rules. */
final class AccountScope {
  private static final String TYPE = "Type";

  private final Scope accounts;
  private final Scope customers;
  private final OnDemand onDemand;
  private final LookUps lookUps;

  AccountScope(Scope accounts, Scope customers, OnDemand onDemand, LookUps lookUps) {
    this.accounts = accounts;
    this.customers = customers;
    this.onDemand = onDemand;
    this.lookUps = lookUps;
  }

  /**
   * Why an account that has a customer is not written any more; null while it is in scope. An
   * account without any type stays: it became a customer by other means; and so does one that
   * became a customer because somebody needed it.
   */
  @Nullable String leaves(Snapshot account) {
    Take take = accounts.of(account.fields(), lookUps);
    boolean typed = !account.fields().get(TYPE).isAbsent();
    return take == Take.OUT
            || (take == Take.ON_DEMAND && typed && !onDemand.remembers(account.record()))
        ? "the account is no longer of a kind that is kept in step (account.scope)"
        : null;
  }

  /** Why a new record is not ours to sync; null if it is. */
  @Nullable String leavesOut(Newcomer newcomer) {
    Snapshot snapshot = newcomer.snapshot();
    if (snapshot.record().side() == Side.D365) {
      return customers.of(snapshot.fields(), lookUps) == Take.IN
          ? null
          : "a customer of a kind that is left out (customer.scope)";
    }
    return switch (accounts.of(snapshot.fields(), lookUps)) {
      case IN -> null;
      case ON_DEMAND ->
          onDemand.takes(newcomer)
              ? null
              : "not a customer yet: it becomes one when a quotation or order needs it";
      case OUT -> "an account of a kind that is left out (account.scope)";
    };
  }
}

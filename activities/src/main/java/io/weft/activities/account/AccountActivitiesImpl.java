package io.weft.activities.account;

import io.weft.activities.object.SyncObjects;
import io.weft.activities.pass.Attempts;
import io.weft.activities.pass.Pass;
import io.weft.workflows.account.AccountActivities;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.pass.PassRequest;
import java.time.Clock;

/** Reconciles accounts with customers; safe to repeat and beside its twin, see {@link Pass}. */
public final class AccountActivitiesImpl implements AccountActivities {
  private final Pass pass;
  private final SyncObjects objects;
  private final Clock clock;

  public AccountActivitiesImpl(Pass pass, SyncObjects objects, Clock clock) {
    this.pass = pass;
    this.objects = objects;
    this.clock = clock;
  }

  @Override
  public PassOutcome reconcileAccount(PassRequest request) {
    return pass.run(objects.of(request.pair()), request, Attempts.current(clock));
  }
}

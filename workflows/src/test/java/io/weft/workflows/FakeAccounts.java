package io.weft.workflows;

import io.temporal.failure.ApplicationFailure;
import io.weft.workflows.account.AccountActivities;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.pass.PassRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** Answers passes as told; in step when nothing was told. */
public final class FakeAccounts implements AccountActivities {
  public static final PassOutcome IN_STEP = new PassOutcome.Settled(List.of(), false);
  public static final Problem WRONG_GROUP =
      new Problem(
          "Rejected",
          "customer.update answered 400: unknown group 'X9'",
          "Choose a group that exists in usmf",
          "d365-update-rejected-0badf00d",
          "CustomerGroupId",
          false);

  private final List<PassRequest> requests = new ArrayList<>();
  private final Deque<Function<PassRequest, PassOutcome>> script = new ArrayDeque<>();
  private Function<PassRequest, PassOutcome> otherwise = request -> IN_STEP;

  /** The next pass ends like this. */
  public synchronized FakeAccounts then(PassOutcome outcome) {
    return thenRun(request -> outcome);
  }

  /** The next attempt does this. */
  public synchronized FakeAccounts thenRun(Function<PassRequest, PassOutcome> pass) {
    script.add(pass);
    return this;
  }

  /** The next attempt fails with this type. */
  public synchronized FakeAccounts thenFail(String type, String message) {
    return thenRun(
        request -> {
          throw ApplicationFailure.newFailure(message, type);
        });
  }

  /** Whatever is not told otherwise does this. */
  public synchronized void always(Function<PassRequest, PassOutcome> pass) {
    otherwise = pass;
  }

  /** Every attempt so far. */
  public synchronized List<PassRequest> requests() {
    return List.copyOf(requests);
  }

  /** The newest attempt. */
  public synchronized PassRequest last() {
    return requests.get(requests.size() - 1);
  }

  @Override
  public PassOutcome reconcileAccount(PassRequest request) {
    return next(request).apply(request);
  }

  private synchronized Function<PassRequest, PassOutcome> next(PassRequest request) {
    requests.add(request);
    Function<PassRequest, PassOutcome> told = script.poll();
    return told == null ? otherwise : told;
  }
}

package io.weft.workflows;

import io.temporal.failure.ApplicationFailure;
import io.weft.workflows.contact.ContactActivities;
import io.weft.workflows.order.OrderActivities;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.pass.PassRequest;
import io.weft.workflows.pass.Progress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * Passes of contacts and orders, answered as told; when nothing was told each step does its part.
 */
public final class FakePasses implements ContactActivities, OrderActivities {
  private final List<Taken> taken = new ArrayList<>();
  private final Deque<Function<PassRequest, PassOutcome>> script = new ArrayDeque<>();

  /** One step that was taken. */
  public record Taken(String step, PassRequest request) {}

  /** What a step says that has come so far. */
  public static PassOutcome stepped(long mark, boolean wrote) {
    return new PassOutcome.Stepped(List.of(), new Progress(mark, wrote));
  }

  /** The next step ends like this. */
  public synchronized FakePasses then(PassOutcome outcome) {
    return thenRun(request -> outcome);
  }

  /** The next step does this. */
  public synchronized FakePasses thenRun(Function<PassRequest, PassOutcome> step) {
    script.add(step);
    return this;
  }

  /** The next step fails with this type. */
  public synchronized FakePasses thenFail(String type, String message) {
    return thenRun(
        request -> {
          throw ApplicationFailure.newFailure(message, type);
        });
  }

  /** Every step so far. */
  public synchronized List<Taken> taken() {
    return List.copyOf(taken);
  }

  /** The names of all steps so far. */
  public synchronized List<String> steps() {
    return taken.stream().map(Taken::step).toList();
  }

  /** What the newest step was asked. */
  public synchronized PassRequest last() {
    return taken.get(taken.size() - 1).request();
  }

  @Override
  public PassOutcome reconcileContact(PassRequest request) {
    return next("contact", request, FakeAccounts.IN_STEP).apply(request);
  }

  @Override
  public PassOutcome placeOrder(PassRequest request) {
    return next("place", request, stepped(41, false)).apply(request);
  }

  @Override
  public PassOutcome bringLinesInStep(PassRequest request) {
    return next("lines", request, stepped(41, true)).apply(request);
  }

  @Override
  public PassOutcome compareTotals(PassRequest request) {
    return next("totals", request, FakeAccounts.IN_STEP).apply(request);
  }

  private synchronized Function<PassRequest, PassOutcome> next(
      String step, PassRequest request, PassOutcome otherwise) {
    taken.add(new Taken(step, request));
    Function<PassRequest, PassOutcome> told = script.poll();
    return told == null ? asked -> otherwise : told;
  }
}

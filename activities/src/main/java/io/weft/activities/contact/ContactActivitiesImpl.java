package io.weft.activities.contact;

import io.weft.activities.object.SyncObjects;
import io.weft.activities.pass.Attempts;
import io.weft.activities.pass.Pass;
import io.weft.workflows.contact.ContactActivities;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.pass.PassRequest;
import java.time.Clock;

/**
 * Reconciles contacts with contact persons; safe to repeat and beside its twin, see {@link Pass}.
 */
public final class ContactActivitiesImpl implements ContactActivities {
  private final Pass pass;
  private final SyncObjects objects;
  private final PrimaryContacts primaries;
  private final Clock clock;

  public ContactActivitiesImpl(
      Pass pass, SyncObjects objects, PrimaryContacts primaries, Clock clock) {
    this.pass = pass;
    this.objects = objects;
    this.primaries = primaries;
    this.clock = clock;
  }

  @Override
  public PassOutcome reconcileContact(PassRequest request) {
    PassOutcome outcome = pass.run(objects.of(request.pair()), request, Attempts.current(clock));
    primaries.tell(request.pair());
    return outcome;
  }
}

package io.weft.activities.governor;

/** How much we may ask of one system at once. One per connection and process. Thread-safe. */
public interface Governor {
  /**
   * Waits a bounded time for leave to send one request.
   *
   * @throws io.weft.activities.failure.RemoteException.Throttled if there is none in time; nothing
   *     was sent
   * @throws io.weft.activities.failure.RemoteException.Unavailable if the system is away and not
   *     asked for the moment; nothing was sent
   */
  Permit acquire(Caller caller, Traffic traffic);

  /** How things stand, for metrics and the status page. */
  GovernorState state();
}

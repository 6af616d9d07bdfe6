package io.weft.activities.http;

/** Where the bearer token of a connection comes from. Thread-safe. */
public interface TokenSource {
  /**
   * A token that should be good; fetched if there is none.
   *
   * @throws io.weft.activities.failure.RemoteException Denied if we may not sign in, else
   *     Unavailable or Throttled
   */
  String bearer();

  /** The system did not take this token: it is not given out again. */
  void refused(String token);
}

package io.weft.activities.d365;

/**
 * The system no longer knows what changed since that link (kept for 7 days, or the model changed):
 * read everything once, find deletions by comparing keys, and start anew with {@link
 * DataverseClient#opening}.
 */
public final class FeedExpired extends Exception {
  private static final long serialVersionUID = 1L;

  public FeedExpired(String message) {
    super(message);
  }
}

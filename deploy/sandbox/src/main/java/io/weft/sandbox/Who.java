package io.weft.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * On whose behalf something is written.
 *
 * @param client the OAuth client's id, or a user's name
 * @param requestId the id the client gave its request, if any
 */
public record Who(String client, @Nullable String requestId) {
  /** The client name of side effects, merges and clean-up. */
  public static final String SERVER = "server";

  /** The client name of rows that a seed made. */
  public static final String SEED = "seed";
}

package io.weft.activities.store;

import java.time.Instant;

/**
 * Who claims two records for one attempt.
 *
 * @param id the same for all attempts of one activity (they take over from one another), different
 *     for everyone else
 * @param run the workflow run, for the audit
 * @param attempt unique for this attempt
 * @param until when the claim ends by itself; after the attempt's own deadline
 */
public record Holder(String id, String run, String attempt, Instant until) {}

package io.weft.cli;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One open workflow run, as Temporal's list shows it.
 *
 * @param object slug of the sync object; null for a poller or a sweep
 * @param fingerprint the kind of trouble of a parked one
 * @param summary its line in Temporal's own list
 */
public record Run(
    String workflowId,
    String type,
    @Nullable String object,
    @Nullable String legalEntity,
    @Nullable String fingerprint,
    Instant started,
    @Nullable String summary) {}

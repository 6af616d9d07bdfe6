package io.weft.activities.store;

import io.weft.workflows.pass.Hint;

/** One open hint of one pair. */
public record Delivery(long hintId, Hint hint) {}

package io.weft.workflows.pass;

/**
 * How far a document has come in one round of steps.
 *
 * @param mark the newest hint that the first step saw: only what it saw is covered by the last
 * @param wrote whether a step before has written anything
 */
public record Progress(long mark, boolean wrote) {}

/**
 * The real pass and introduction over a small world in memory, with crashes, lost and late answers,
 * twins and users between any two calls.
 */
package io.weft.activities.simulation;

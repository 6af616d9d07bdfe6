/** Sandbox, Temporal and worker put up together, for the demo and the benchmarks. */
@org.jspecify.annotations.NullMarked
package io.weft.stage;

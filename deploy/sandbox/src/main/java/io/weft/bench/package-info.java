/** Benchmarks: what a change costs and how long it takes, measured from the sandbox's journal. */
@org.jspecify.annotations.NullMarked
package io.weft.bench;

/**
 * A working Creatio and a working D365 in one process, with faults on demand and a ground-truth
 * journal.
 */
@org.jspecify.annotations.NullMarked
package io.weft.sandbox;

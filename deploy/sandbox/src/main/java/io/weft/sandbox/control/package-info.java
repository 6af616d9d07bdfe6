/** What a test or a person holds: faults, credentials, counters, the control addresses. */
@org.jspecify.annotations.NullMarked
package io.weft.sandbox.control;

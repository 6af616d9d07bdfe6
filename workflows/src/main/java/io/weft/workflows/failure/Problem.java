package io.weft.workflows.failure;

import org.jspecify.annotations.Nullable;

/**
 * Something that keeps a record from moving on, told to a person.
 *
 * @param failure a {@link FailureTypes} name or a short stable name of a business reason
 * @param what one sentence: what happened, with the place and the value at fault
 * @param remedy one sentence: what the reader can do about it
 * @param fingerprint the same for the same trouble on other records, see {@link Fingerprint}
 * @param field the field at fault, if it is one
 * @param healsItself whether Weft tries again without a person, once the connection is well
 */
public record Problem(
    String failure,
    String what,
    String remedy,
    String fingerprint,
    @Nullable String field,
    boolean healsItself) {}

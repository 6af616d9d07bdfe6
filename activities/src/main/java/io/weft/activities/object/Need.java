package io.weft.activities.object;

import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;

/** A record that has to be linked in a legal entity before another one can go on. */
public record Need(RecordRef record, LegalEntity legalEntity) {}

package io.weft.activities.rule;

import io.weft.workflows.record.LegalEntity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One value that D365 knows for a financial dimension.
 *
 * @param legalEntity where it belongs; null for all
 * @param suspended whether it is closed for new postings
 * @param from the first day on which it is active; null for ever before
 * @param to the last day on which it is active; null for ever after
 */
public record DimensionValue(
    String dimension,
    @Nullable LegalEntity legalEntity,
    String value,
    boolean suspended,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {}

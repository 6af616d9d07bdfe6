package io.weft.activities.d365;

/** A member of an ERP enum, for keys and filters: {@code SalesStatus}, {@code Backorder}. */
public record EnumValue(String type, String member) {}

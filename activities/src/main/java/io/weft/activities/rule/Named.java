package io.weft.activities.rule;

/**
 * A code that a rule names, to be checked against the lists of D365 before a document needs it.
 *
 * @param list what the code is one of: {@code Warehouses}, or the name of a dimension
 * @param where file and line of the rule
 */
public record Named(String list, String code, String where) {}

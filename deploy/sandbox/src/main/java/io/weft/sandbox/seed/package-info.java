/** Believable companies, the same ones for both tenants. */
@org.jspecify.annotations.NullMarked
package io.weft.sandbox.seed;

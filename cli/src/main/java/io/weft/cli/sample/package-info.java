/**
 * Invented companies as two systems know them, with labels: what matching is measured by. The same
 * seed makes the same companies.
 */
@NullMarked
package io.weft.cli.sample;

import org.jspecify.annotations.NullMarked;

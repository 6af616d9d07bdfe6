/** The command line: one class per command, over nothing but a connection to Temporal. */
@NullMarked
package io.weft.cli;

import org.jspecify.annotations.NullMarked;

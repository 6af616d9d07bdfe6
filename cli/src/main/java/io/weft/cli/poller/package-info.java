/** The pollers of the legal entities and the sweeps of Creatio: one class per verb. */
@NullMarked
package io.weft.cli.poller;

import org.jspecify.annotations.NullMarked;

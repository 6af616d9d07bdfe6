/** The store over JDBC: SQLite for one worker, PostgreSQL for several. No SQL error leaves it. */
@NullMarked
package io.weft.activities.store.sql;

import org.jspecify.annotations.NullMarked;

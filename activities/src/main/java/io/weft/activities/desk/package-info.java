/** The operator's desk on the worker's side: checks, status, answers to questions. */
@NullMarked
package io.weft.activities.desk;

import org.jspecify.annotations.NullMarked;

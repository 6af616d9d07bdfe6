/** Records in files, for populations that do not fit into memory. */
@org.jspecify.annotations.NullMarked
package io.weft.sandbox.file;

/** The demo: everything in one process, and a story that checks itself. */
@org.jspecify.annotations.NullMarked
package io.weft.demo;

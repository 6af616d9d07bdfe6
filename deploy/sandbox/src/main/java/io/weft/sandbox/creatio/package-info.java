/** The Creatio tenant. */
@org.jspecify.annotations.NullMarked
package io.weft.sandbox.creatio;

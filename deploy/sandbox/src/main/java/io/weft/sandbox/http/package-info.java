/** Requests and answers as the tenants see them, free of the HTTP server. */
@org.jspecify.annotations.NullMarked
package io.weft.sandbox.http;

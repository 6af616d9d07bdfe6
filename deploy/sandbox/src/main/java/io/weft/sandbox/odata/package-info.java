/** The OData grammar that both tenants share. */
@org.jspecify.annotations.NullMarked
package io.weft.sandbox.odata;

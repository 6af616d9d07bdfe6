package io.weft.chaos;

import io.weft.chaos.Evidence.Place;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields that are kept equal in both directions. */
enum Field {
  NAME("Name", "OrganizationName"),
  PHONE("Phone", "PrimaryContactPhone"),
  EMAIL("Email", "PrimaryContactEmail"),
  WEB("Web", "PrimaryContactURL"),
  TAX("UsrTaxNumber", "TaxExemptNumber");

  private final String creatio;
  private final String d365;

  Field(String creatio, String d365) {
    this.creatio = creatio;
    this.d365 = d365;
  }

  String on(Place system) {
    return system == Place.CREATIO ? creatio : d365;
  }

  boolean isNamed(String name) {
    return name.equals(creatio) || name.equals(d365);
  }

  static Optional<Field> of(Place system, String name) {
    return Stream.of(values()).filter(field -> field.on(system).equals(name)).findFirst();
  }
}

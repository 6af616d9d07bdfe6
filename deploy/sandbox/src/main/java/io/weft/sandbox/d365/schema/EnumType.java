package io.weft.sandbox.d365.schema;

import java.util.List;
import java.util.Optional;

/** An enum of the tenant; a member's place is its number in Dataverse. */
public record EnumType(String name, List<String> members) {
  /** The namespace of enum literals and entity types. */
  public static final String NAMESPACE = "Microsoft.Dynamics.DataEntities";

  public EnumType {
    members = List.copyOf(members);
  }

  /** Returns the member of this symbol, exactly as declared. */
  public Optional<String> member(String symbol) {
    return members.stream().filter(symbol::equals).findFirst();
  }

  /** Returns the name that literals and {@code $metadata} use. */
  public String qualifiedName() {
    return NAMESPACE + "." + name;
  }
}

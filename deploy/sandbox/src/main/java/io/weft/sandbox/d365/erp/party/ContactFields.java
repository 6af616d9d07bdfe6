package io.weft.sandbox.d365.erp.party;

import io.weft.sandbox.Row;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.d365.schema.Property;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which fields of a contact belong to the person's party, and what they are called there. */
final class ContactFields {
  private static final Map<String, String> PARTY = new LinkedHashMap<>();
  private static final String ADDRESS = "PrimaryAddress";

  static {
    for (String name :
        List.of(
            "FirstName",
            "MiddleName",
            "LastName",
            "Initials",
            "ChildrenNames",
            "Hobbies",
            "Gender",
            "MaritalStatus",
            "AnniversaryMonth",
            "PhoneticFirstName",
            "PhoneticMiddleName",
            "PhoneticLastName",
            "ProfessionalTitle",
            "ProfessionalSuffix")) {
      PARTY.put(name, "Person" + name);
    }
    PARTY.put("SearchName", "NameAlias");
    PARTY.put("KnownAsName", "KnownAs");
    PARTY.put("ContactInformationLanguageId", "LanguageId");
    PARTY.put("IsPrimaryEmailAddressIMEnabled", "PrimaryContactEmailIsIM");
    PARTY.put("IsPrimaryPhoneNumberMobile", "PrimaryContactPhoneIsMobile");
    electronic("PrimaryEmailAddress", "Email");
    electronic("PrimaryPhoneNumber", "Phone", "Extension");
    electronic("PrimaryFaxNumber", "Fax", "Extension");
    for (String kind : List.of("URL", "Telex", "Facebook", "Twitter", "LinkedIn")) {
      electronic("Primary" + kind, kind);
    }
    for (String name :
        List.of(
            "City",
            "CountryRegionISOCode",
            "CountryRegionId",
            "Description",
            "DistrictName",
            "Latitude",
            "LocationId",
            "LocationRoles",
            "Longitude",
            "Street",
            "StreetNumber",
            "TimeZone",
            "ZipCode")) {
      PARTY.put(ADDRESS + name, "Address" + name);
    }
    PARTY.put(ADDRESS + "BuildingCompliment", "AddressBuildingComplement");
    PARTY.put(ADDRESS + "CountyId", "AddressCounty");
    PARTY.put(ADDRESS + "StateId", "AddressState");
    PARTY.put(ADDRESS + "PostBox", "AddressPostbox");
    PARTY.put("FormattedPrimaryAddress", "FullPrimaryAddress");
  }

  private ContactFields() {}

  private static void electronic(String contact, String party, String... more) {
    String there = "PrimaryContact" + party;
    PARTY.put(contact, there);
    Stream.concat(Stream.of("Description", "Purpose"), Stream.of(more))
        .forEach(part -> PARTY.put(contact + part, there + part));
  }

  /** Returns whether a field belongs to the party. */
  static boolean isShared(String contactField) {
    return PARTY.containsKey(contactField);
  }

  /** Returns the shared fields among some, by the names that the party uses. */
  static Map<String, Object> toParty(Map<String, Object> contact) {
    Map<String, Object> shared = new LinkedHashMap<>();
    contact.forEach(
        (name, value) -> {
          String there = PARTY.get(name);
          if (there != null) {
            shared.put(there, value);
          }
        });
    return shared;
  }

  /** Returns every shared field as a contact of this party shows it. */
  static Map<String, Object> ofParty(EntitySet contacts, Row party) {
    Map<String, Object> shown = new LinkedHashMap<>();
    PARTY.forEach(
        (here, there) -> {
          Property property = contacts.get(here);
          Object value = party.own().get(there);
          shown.put(here, value == null ? property.absent() : value);
        });
    shown.put("ContactPersonName", name(party));
    shown.put("ContactPersonPartyNumber", party.text("PartyNumber"));
    shown.put("ContactPersonPartyType", "Person");
    return shown;
  }

  /** Returns a person's whole name. */
  static String name(Row party) {
    return Stream.of("PersonFirstName", "PersonMiddleName", "PersonLastName")
        .map(party::text)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }
}

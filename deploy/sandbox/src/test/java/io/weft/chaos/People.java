package io.weft.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.chaos.Evidence.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Contacts come and change on both sides. Nobody's surname changes: by that they are told apart.
 */
final class People {
  private static final List<Field> EDITED =
      List.of(Field.GIVEN_NAME, Field.MAIL, Field.DIRECT_LINE, Field.JOB_TITLE);
  private static final String CONTACTS = "/control/creatio/Contact";
  private static final String PERSONS = "/control/d365/ContactPersons";

  private final Http http;
  private final Random random;
  private final List<Person> persons = new ArrayList<>();

  People(Http http, Random random) {
    this.http = http;
    this.random = random;
  }

  private record Person(String surname, Company company) {}

  /** Somebody new, at the customer's or at the account. */
  void create(Company company, int turn) {
    Person person = new Person("Holm" + turn, company);
    if (!company.customer().isEmpty() && random.nextInt(3) == 0) {
      createInD365(person, turn);
    } else if (!company.account().isEmpty()) {
      Map<String, Object> row = values(person, Place.CREATIO, turn);
      row.put("AccountId", company.account());
      http.post(CONTACTS, row);
    }
    persons.add(person);
  }

  private void createInD365(Person person, int turn) {
    String[] key = person.company().customer().split(",");
    JsonNode customer =
        http.get("/control/d365/CustomersV3?dataAreaId=" + key[0] + "&CustomerAccount=" + key[1])
            .at("/value/0");
    Map<String, Object> row = values(person, Place.D365, turn);
    row.put("dataAreaId", key[0]);
    row.put("AssociatedPartyNumber", customer.path("PartyNumber").asText());
    http.post(PERSONS, row);
  }

  private static Map<String, Object> values(Person person, Place system, int turn) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(Field.SURNAME.on(system), person.surname());
    EDITED.forEach(field -> row.put(field.on(system), value(person, field, turn)));
    return row;
  }

  private static String value(Person person, Field field, int turn) {
    return switch (field) {
      case GIVEN_NAME -> "Ida" + turn;
      case MAIL -> "p" + turn + "@" + person.company().host();
      case DIRECT_LINE -> "+1 555 " + (2_000_000 + turn);
      case JOB_TITLE -> "Buyer " + turn;
      default -> throw new IllegalArgumentException(field + " is not edited");
    };
  }

  /** Somebody types at a contact, wherever it can be seen; returns whether there was one. */
  boolean edit(int turn) {
    if (persons.isEmpty()) {
      return false;
    }
    Person person = persons.get(random.nextInt(persons.size()));
    Field field = EDITED.get(random.nextInt(EDITED.size()));
    return random.nextBoolean()
        ? editInCreatio(person, field, turn) || editInD365(person, field, turn)
        : editInD365(person, field, turn) || editInCreatio(person, field, turn);
  }

  private boolean editInCreatio(Person person, Field field, int turn) {
    JsonNode row = http.get(CONTACTS + "?Surname=" + person.surname()).at("/value/0");
    if (row.isMissingNode()) {
      return false;
    }
    String value = value(person, field, turn);
    http.patch(CONTACTS + "/" + row.path("Id").asText(), Map.of(field.on(Place.CREATIO), value));
    return true;
  }

  private boolean editInD365(Person person, Field field, int turn) {
    JsonNode row = http.get(PERSONS + "?LastName=" + person.surname()).at("/value/0");
    if (row.isMissingNode()) {
      return false;
    }
    String key = row.path("dataAreaId").asText() + "," + row.path("ContactPersonId").asText();
    http.patch(PERSONS + "/" + key, Map.of(field.on(Place.D365), value(person, field, turn)));
    return true;
  }
}

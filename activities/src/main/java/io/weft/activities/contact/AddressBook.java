package io.weft.activities.contact;

import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Filter;
import io.weft.activities.d365.D365Query;
import io.weft.activities.d365.EntityKey;
import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * People in D365's global address book. A contact person that is created without naming one always
 * makes a new one, however well known the person is.
 */
final class AddressBook {
  private static final String ADDRESSES = "PartyContactsV3";
  private static final String PARTIES = "CDSParties";
  private static final String NUMBER = "PartyNumber";
  private static final Columns PERSON =
      Columns.of(NUMBER, "PartyType", "PersonFirstName", "PersonLastName");
  private static final int MOST = 50;

  private final D365Client d365;

  AddressBook(D365Client d365) {
    this.d365 = d365;
  }

  /**
   * The person with this e-mail address and this first and last name; of several the one that was
   * entered first. Safe to repeat.
   */
  Optional<String> party(Person wanted) {
    if (wanted.email().isEmpty() || wanted.email().indexOf('*') >= 0 || wanted.last().isEmpty()) {
      return Optional.empty();
    }
    return withAddress(wanted.email()).stream()
        .filter(party -> isPerson(party, wanted))
        .findFirst();
  }

  private List<String> withAddress(String email) {
    D365Query query =
        D365Query.of(Columns.of(NUMBER, "Locator"))
            .where(D365Filter.equal("Locator", email))
            .top(MOST);
    return d365.query(ADDRESSES, query).rows().stream()
        .map(row -> row.text(NUMBER))
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }

  private boolean isPerson(String party, Person wanted) {
    return d365.read(EntityKey.global(PARTIES, NUMBER, party), PERSON)
        .filter(row -> "Person".equals(row.text("PartyType")))
        .map(row -> new Person(text(row, "PersonFirstName"), text(row, "PersonLastName"), ""))
        .filter(wanted::hasNameOf)
        .isPresent();
  }

  private static String text(Row row, String field) {
    String text = row.text(field);
    return text == null ? "" : text;
  }
}

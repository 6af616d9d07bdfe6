package io.weft.activities.contact;

import io.weft.activities.match.PersonName;
import io.weft.activities.match.Phone;
import io.weft.workflows.record.Side;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A contact or contact person as it is compared with others of its account.
 *
 * @param account the Creatio id of its account; "" if that is not known, and then it is like nobody
 * @param number the contact person's own number, or the one noted at the contact; "" if there is
 *     none that counts here
 * @param parties whom it is known to be in the address book
 * @param title what people call it
 */
record PersonTraits(
    Side side,
    String account,
    String number,
    List<String> parties,
    PersonName name,
    String title,
    String email,
    Phone phone) {
  PersonTraits {
    parties = List.copyOf(parties);
  }

  /** What two of them share if they may be the same person. */
  Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    if (account.isEmpty()) {
      return keys;
    }
    add(keys, "number", number);
    parties.forEach(party -> add(keys, "party", party));
    add(keys, "mail", email);
    name.words().forEach(word -> add(keys, "word", word));
    return keys;
  }

  private void add(Set<String> keys, String kind, String value) {
    if (!value.isEmpty()) {
      keys.add("contact/" + account + "/" + kind + ":" + value);
    }
  }
}

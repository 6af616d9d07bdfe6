package io.weft.activities.contact;

import io.weft.activities.value.Fields;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What people are known by, without regard to case and blanks.
 *
 * <p>The same e-mail address is the same person, unless first and last name are both others:
 * colleagues share mailboxes. The same first and last name is the same person where nobody is known
 * by the address.
 */
record Person(String first, String last, String email) {
  Person {
    first = plain(first);
    last = plain(last);
    email = plain(email);
  }

  private enum Likeness {
    NONE,
    NAME,
    MAIL
  }

  static Person inCreatio(Fields contact) {
    return new Person(
        contact.get(FullName.GIVEN).text(),
        contact.get(FullName.SURNAME).text(),
        contact.get(ContactRows.EMAIL).text());
  }

  static Person inD365(Fields person) {
    return new Person(
        person.get(PersonRows.FIRST).text(),
        person.get(PersonRows.LAST).text(),
        person.get(PersonRows.EMAIL).text());
  }

  /** By the names of either side. */
  static Person of(Fields fields) {
    boolean creatio = fields.has(FullName.SURNAME) || fields.has(FullName.GIVEN);
    return creatio ? inCreatio(fields) : inD365(fields);
  }

  /** Those of the others that are this person; more than one is for somebody to decide. */
  <T> List<T> among(List<T> others, Function<T, Person> known) {
    List<T> byMail =
        others.stream().filter(o -> likeness(known.apply(o)) == Likeness.MAIL).toList();
    return byMail.isEmpty()
        ? others.stream().filter(o -> likeness(known.apply(o)) == Likeness.NAME).toList()
        : byMail;
  }

  boolean hasNameOf(Person other) {
    return !last.isEmpty() && last.equals(other.last) && first.equals(other.first);
  }

  /** Whether both have an address, and not the same one. */
  boolean writesFromElsewhere(Person other) {
    return !email.isEmpty() && !other.email.isEmpty() && !email.equals(other.email);
  }

  private Likeness likeness(Person other) {
    boolean stranger = differ(first, other.first) && differ(last, other.last);
    if (!email.isEmpty() && email.equals(other.email) && !stranger) {
      return Likeness.MAIL;
    }
    return hasNameOf(other) ? Likeness.NAME : Likeness.NONE;
  }

  private static boolean differ(String one, String other) {
    return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}

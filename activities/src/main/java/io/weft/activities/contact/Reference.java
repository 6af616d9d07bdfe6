package io.weft.activities.contact;

import io.weft.activities.store.Provisional;

/**
 * What stands for a contact person's number until D365 has given one: the contact, and after a move
 * the account that it went to, so that each move has a reference of its own.
 */
final class Reference {
  private static final char SEPARATOR = '.';

  private Reference() {}

  /** The key of a contact's first contact person. */
  static String first(String contact) {
    return Provisional.key(contact);
  }

  /** The key of the contact person under an account that the contact has moved to. */
  static String moved(String contact, String account) {
    return Provisional.key(contact + SEPARATOR + account);
  }

  /** The contact that such a key was made for. */
  static String contact(String key) {
    String reference = Provisional.reference(key);
    int end = reference.indexOf(SEPARATOR);
    return end < 0 ? reference : reference.substring(0, end);
  }
}

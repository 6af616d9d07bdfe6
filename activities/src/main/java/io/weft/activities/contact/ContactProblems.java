package io.weft.activities.contact;

import io.weft.activities.store.Link;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.failure.Fingerprint;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.LegalEntity;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people are told about contacts and contact persons. */
final class ContactProblems {
  private ContactProblems() {}

  static Problem contactMissing(Link link) {
    return problem(
        "ContactMissing",
        "Contact "
            + link.creatioId()
            + " of contact person "
            + link.d365Key()
            + " is not found in Creatio: deleted, or no longer visible to the integration user.",
        "Give the integration user its right back and retry; or discard if the contact was deleted"
            + " on purpose. The contact person is left as it is.",
        null);
  }

  static Problem personMissing(Link link) {
    return problem(
        "ContactPersonMissing",
        "Contact person "
            + link.d365Key()
            + " in legal entity "
            + link.pair().legalEntity()
            + " is not found in D365: deleted, or not visible to the service user.",
        "Check the contact in D365 and retry; or discard if it was deleted on purpose. The contact"
            + " in Creatio is left as it is.",
        null);
  }

  static Problem mergedDoubtfully(Link link, List<String> ids) {
    return problem(
        "MergedDoubtfully",
        "Contact "
            + link.creatioId()
            + " is gone, and several contacts carry its number "
            + link.d365Key()
            + ": "
            + String.join(", ", ids)
            + ".",
        "Clear the number on all contacts but the right one, then retry.",
        null);
  }

  static Problem moved(Link link, String account, LegalEntity legalEntity) {
    return problem(
        "ContactMoved",
        "Contact "
            + link.creatioId()
            + " went to account "
            + account
            + ", and its contact person "
            + link.d365Key()
            + " in "
            + legalEntity
            + " belongs to another customer, which D365 never changes.",
        "Set the old contact person inactive in D365 and retry: a new one is made under the new"
            + " customer; or put the contact back to its account; or set contact.accounts to"
            + " deactivate-old or keep-old.",
        null);
  }

  static Problem lastNameMissing(Snapshot contact) {
    String name = contact.fields().get(FullName.NAME).text();
    return problem(
        "RequiredMissing",
        "Contact '"
            + (name.isEmpty() ? contact.record().key() : name)
            + "' has no last name, and D365 takes no contact person without one (LastName).",
        "Fill the last name of the contact in Creatio (Surname): it is tried again by itself.",
        PersonRows.LAST);
  }

  static Problem doubtful(Snapshot newcomer, List<Snapshot> found) {
    return problem(
        "DoubtfulMatch",
        newcomer.record().path()
            + " may be the same person as any of "
            + found.stream().map(s -> s.record().key()).collect(Collectors.joining(", "))
            + ".",
        "Link it with the right one by its key; or, if it is none of them, make the contacts tell"
            + " apart (e-mail, name) and retry; or discard.",
        null);
  }

  private static Problem problem(
      String failure, String what, String remedy, @Nullable String field) {
    String fingerprint = Fingerprint.of("creatio", "contact", failure, failure);
    return new Problem(failure, what, remedy, fingerprint, field, false);
  }
}

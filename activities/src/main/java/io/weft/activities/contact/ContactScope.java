package io.weft.activities.contact;

import io.weft.activities.mapping.LookUps;
import io.weft.activities.object.Newcomer;
import io.weft.activities.rule.Scope;
import io.weft.activities.rule.Scope.Take;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.workflows.record.Side;
import org.jspecify.annotations.Nullable;

/** Which contacts take part: by the settings' rules, and inactive ones are not made anew. */
final class ContactScope {
  private final Scope contacts;
  private final String inactiveColumn;
  private final LookUps lookUps;

  ContactScope(Scope contacts, String inactiveColumn, LookUps lookUps) {
    this.contacts = contacts;
    this.inactiveColumn = inactiveColumn;
    this.lookUps = lookUps;
  }

  /** Why a linked contact is not written any more; null while it is in scope. */
  @Nullable String leaves(Snapshot contact) {
    return contacts.of(contact.fields(), lookUps) == Take.OUT
        ? "the contact is of a kind that is left out (contact.scope)"
        : null;
  }

  /** Why a new record is not ours to sync; null if it is. */
  @Nullable String leavesOut(Newcomer newcomer) {
    Snapshot snapshot = newcomer.snapshot();
    if (isInactive(snapshot)) {
      return "an inactive contact that was never linked";
    }
    if (snapshot.record().side() == Side.D365) {
      return null;
    }
    return switch (contacts.of(snapshot.fields(), lookUps)) {
      case IN -> null;
      case ON_DEMAND ->
          newcomer.wanted() ? null : "linked when a quotation or order needs it (contact.scope)";
      case OUT -> "a contact of a kind that is left out, an employee for example (contact.scope)";
    };
  }

  boolean isInactive(Snapshot snapshot) {
    String field = snapshot.record().side() == Side.D365 ? PersonRows.INACTIVE : inactiveColumn;
    return snapshot.fields().get(field).equals(new Value.Flag(true));
  }
}

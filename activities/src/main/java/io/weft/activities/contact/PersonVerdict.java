package io.weft.activities.contact;

import io.weft.activities.load.Likeness.Alike;
import io.weft.activities.load.Proof;
import io.weft.activities.match.PersonName.Relation;
import io.weft.activities.store.LoadRecordStore.Grade;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What two people of one account are to each other. People of different accounts are never the
 * same, and nobody is the same by a mailbox or a switchboard alone. What speaks against it, and a
 * likeness of names alone, is for a person to judge.
 */
final class PersonVerdict {
  private static final int SURE = 80;
  private static final int KNOWN = 100;
  private static final int DISPUTED = 70;

  private final PersonTraits one;
  private final PersonTraits other;
  private final Relation name;
  private final Same mail;
  private final Same phone;
  private final List<String> kinds = new ArrayList<>();
  private final List<String> agreements = new ArrayList<>();
  private final List<String> contradictions = new ArrayList<>();

  /** Whether two values are one; unknown where one of them is missing. */
  private enum Same {
    YES,
    NO,
    UNKNOWN;

    static Same of(boolean known, boolean same) {
      return known ? same ? YES : NO : UNKNOWN;
    }
  }

  private PersonVerdict(PersonTraits one, PersonTraits other) {
    this.one = one;
    this.other = other;
    this.name = one.name().to(other.name());
    this.mail =
        Same.of(
            !one.email().isEmpty() && !other.email().isEmpty(), one.email().equals(other.email()));
    this.phone =
        Same.of(one.phone().isKnown() && other.phone().isKnown(), one.phone().same(other.phone()));
  }

  /** What one is to the other; empty if they are two people. */
  static Optional<Alike> of(PersonTraits one, PersonTraits other) {
    boolean together = !one.account().isEmpty() && one.account().equals(other.account());
    return together ? new PersonVerdict(one, other).verdict() : Optional.empty();
  }

  private Optional<Alike> verdict() {
    Same number = number();
    Same party = party();
    say(number, "contact-number", "the number '" + one.number() + "'", "the numbers are others");
    say(party, "known-person", "the person in the address book", "other people in D365");
    sayWhoTheyAre();
    boolean denied = number == Same.NO || party == Same.NO;
    boolean known = number == Same.YES || party == Same.YES;
    if (known && !denied && (name != Relation.OTHER || mail == Same.YES)) {
      return Optional.of(alike(Grade.NUMBERED, KNOWN));
    }
    int score = known ? Math.max(DISPUTED, score()) : score();
    if (known || denied) {
      score = Math.min(score, DISPUTED);
    }
    return score == 0
        ? Optional.empty()
        : Optional.of(alike(score < SURE ? Grade.DOUBTFUL : Grade.SURE, score));
  }

  /** Only across the systems: within one of them each record has a number of its own. */
  private Same number() {
    return Same.of(
        isAcross() && !one.number().isEmpty() && !other.number().isEmpty(),
        one.number().equalsIgnoreCase(other.number()));
  }

  /** Somebody who was entered twice in D365 is two people in the address book, too. */
  private Same party() {
    boolean shared = !Collections.disjoint(one.parties(), other.parties());
    boolean known = !one.parties().isEmpty() && !other.parties().isEmpty();
    return Same.of(shared || (known && isAcross()), shared);
  }

  private boolean isAcross() {
    return one.side() != other.side();
  }

  private void sayWhoTheyAre() {
    say(mail, "e-mail", "the e-mail '" + one.email() + "'", "other e-mail addresses");
    say(phone, "phone", "the phone", "other phones");
    String names = "'" + one.title() + "' and '" + other.title() + "'";
    switch (name) {
      case SAME -> say(Same.YES, "name", "the name '" + one.title() + "'", "");
      case SIMILAR -> say(Same.YES, "similar-name", "names alike, " + names, "");
      case PARTLY, OTHER -> say(Same.NO, "name", "", "the names " + names);
      case UNKNOWN -> {}
    }
  }

  private void say(Same same, String kind, String agreement, String contradiction) {
    switch (same) {
      case YES -> {
        kinds.add(kind);
        agreements.add(agreement);
      }
      case NO -> contradictions.add(contradiction);
      case UNKNOWN -> {}
    }
  }

  private int score() {
    return switch (name) {
      case SAME -> sameName();
      case SIMILAR -> similarName();
      case PARTLY, UNKNOWN -> mail == Same.YES ? 60 : 0; // married, or a family's mailbox
      case OTHER -> 0; // colleagues share mailboxes
    };
  }

  private int sameName() {
    return switch (mail) {
      case YES -> 100;
      case NO -> phone == Same.YES ? 70 : 55;
      case UNKNOWN -> byPhone(95, 85, 65);
    };
  }

  private int similarName() {
    return switch (mail) {
      case YES -> 90;
      case NO -> phone == Same.YES ? 50 : 0;
      case UNKNOWN -> byPhone(75, 60, 50);
    };
  }

  private int byPhone(int same, int unknown, int another) {
    return switch (phone) {
      case YES -> same;
      case NO -> another;
      case UNKNOWN -> unknown;
    };
  }

  private Alike alike(Grade grade, int score) {
    String basis = kinds.isEmpty() ? "" : kinds.get(0);
    Proof proof =
        new Proof(kinds, String.join(", ", agreements), String.join(", ", contradictions));
    return new Alike(grade, basis, score, proof);
  }
}

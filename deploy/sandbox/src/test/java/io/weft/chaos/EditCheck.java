package io.weft.chaos;

import io.weft.chaos.Evidence.Act;
import io.weft.chaos.Evidence.Decision;
import io.weft.chaos.Evidence.Entry;
import io.weft.chaos.Evidence.Link;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.Evidence.Write;
import io.weft.chaos.Verdict.Kind;
import java.util.List;
import java.util.Optional;

/**
 * G3: each value that a person entered is on both sides, or was, or a later word of a person took
 * its place, or the audit tells what it lost against.
 */
final class EditCheck {
  private final Evidence evidence;
  private final Pending pending;
  private final LineNames lines;
  private final Verdict verdict;

  EditCheck(Evidence evidence, Verdict verdict) {
    this.evidence = evidence;
    this.pending = new Pending(evidence);
    this.lines = new LineNames(evidence);
    this.verdict = verdict;
  }

  void run() {
    for (Write write : evidence.journal()) {
      if (write.isUsers()) {
        write.after().forEach((name, value) -> check(write, name, value));
      }
    }
  }

  private void check(Write write, String name, String value) {
    Optional<Field> field = Field.of(write.thing(), write.system(), name);
    if (field.isEmpty() || value.isEmpty()) {
      return;
    }
    Edit edit = new Edit(write, field.get(), value);
    boolean kept = links(edit).stream().anyMatch(link -> isKept(edit, link));
    if (!isSuperseded(edit) && !kept && !isUntouched(edit)) {
      verdict.add(Kind.LOST, describe(edit));
    }
  }

  /** A record that is not linked yet, and for a reason: nobody took the value away. */
  private boolean isUntouched(Edit edit) {
    Write write = edit.write();
    String name = edit.field().on(write.system());
    return links(edit).isEmpty()
        && pending.isUnlinkedForGood(write.system(), write.thing(), write.key())
        && edit.value().equals(row(write.system(), write.thing(), write.key(), name));
  }

  private String row(Place system, Thing thing, String key, String name) {
    return evidence.rows().value(system, thing, key, name);
  }

  private record Edit(Write write, Field field, String value) {
    boolean is(Write other, Place system, String key) {
      return other.isOf(system, write.thing(), key)
          && value.equals(other.after().get(field.on(system)));
    }

    Place other() {
      return write.system() == Place.CREATIO ? Place.D365 : Place.CREATIO;
    }
  }

  private List<Link> links(Edit edit) {
    return evidence.links().stream()
        .filter(link -> link.thing() == edit.write().thing())
        .filter(link -> link.keyOn(edit.write().system()).equals(edit.write().key()))
        .toList();
  }

  private boolean isSuperseded(Edit edit) {
    String name = edit.field().on(edit.write().system());
    return evidence.journal().stream()
        .anyMatch(
            later ->
                later.isUsers()
                    && later.sequence() > edit.write().sequence()
                    && later.isOf(edit.write().system(), edit.write().thing(), edit.write().key())
                    && (later.after().containsKey(name) || later.act() == Act.DELETE));
  }

  private boolean isKept(Edit edit, Link link) {
    return agreed(edit, link) || reached(edit, link) || told(edit, link);
  }

  /** On both sides now; beside a parked pair it is enough that nobody took it away. */
  private boolean agreed(Edit edit, Link link) {
    boolean here = edit.value().equals(value(edit.write().system(), edit.field(), link));
    boolean there = edit.value().equals(value(edit.other(), edit.field(), link));
    return here && (there || pending.isHeld(link.pair()));
  }

  private String value(Place system, Field field, Link link) {
    return row(system, link.thing(), link.keyOn(system), field.on(system));
  }

  /** Was on the other side at some time after it was entered. */
  private boolean reached(Edit edit, Link link) {
    return evidence.journal().stream()
        .anyMatch(
            write ->
                write.sequence() > edit.write().sequence()
                    && edit.is(write, edit.other(), link.keyOn(edit.other())));
  }

  private boolean told(Edit edit, Link link) {
    return evidence.audit().stream()
        .filter(entry -> entry.pair().equals(link.pair()) && isAbout(entry, link))
        .flatMap(entry -> entry.decisions().stream())
        .filter(decision -> edit.field().isNamed(decision.field()))
        .anyMatch(decision -> tells(decision, edit.value()));
  }

  /** Lines of an order share its pair. */
  private boolean isAbout(Entry entry, Link link) {
    if (link.thing() != Thing.LINE) {
      return true;
    }
    String line = lines.of(Place.D365, link.d365());
    return entry.key().endsWith(line.substring(line.indexOf('#')));
  }

  private static boolean tells(Decision decision, String value) {
    return decision.rival().equals(value)
        || decision.before().equals(value)
        || (decision.verdict().equals("EQUAL") && decision.after().equals(value));
  }

  private String describe(Edit edit) {
    Write write = edit.write();
    boolean hinted =
        evidence.hints().stream()
            .anyMatch(h -> h.key().equals(write.key()) && h.seenAt() >= write.at());
    return String.format(
        "%s of %s %s: '%s' (journal %d)%s",
        edit.field(),
        write.system(),
        write.key(),
        edit.value(),
        write.sequence(),
        hinted ? "" : ", and no hint after it");
  }
}

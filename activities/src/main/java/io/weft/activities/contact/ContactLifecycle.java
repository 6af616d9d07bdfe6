package io.weft.activities.contact;

import io.weft.activities.creatio.MergeHistory;
import io.weft.activities.object.Lifecycle;
import io.weft.activities.object.Standing;
import io.weft.activities.object.Upkeep;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkChange;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.Provisional;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import org.jspecify.annotations.Nullable;

/**
 * The life of a contact and its contact person: a merge moves the contact person to the survivor, a
 * deletion is never passed on, a contact out of scope keeps its link and is not written, one that
 * goes to another account starts anew there.
 */
final class ContactLifecycle implements Lifecycle {
  private final MergeHistory merges;
  private final ContactScope scope;
  private final ContactHome home;
  private final String keyColumn;

  /**
   * @param keyColumn the column that carries the contact person's number
   */
  ContactLifecycle(MergeHistory merges, ContactScope scope, ContactHome home, String keyColumn) {
    this.merges = merges;
    this.scope = scope;
    this.home = home;
    this.keyColumn = keyColumn;
  }

  @Override
  public Standing standing(Link link, Both<@Nullable Snapshot> now, Both<Boolean> goneSaid) {
    Snapshot contact = now.creatio();
    if (contact == null) {
      return withoutContact(link, now.d365(), goneSaid);
    }
    if (now.d365() == null && !Provisional.is(link.d365Key())) {
      return withoutPerson(link, goneSaid.d365());
    }
    String outOfScope = scope.leaves(contact);
    return outOfScope == null
        ? home.of(link, contact, now.d365())
        : new Standing.Over(LinkState.OUT_OF_SCOPE, outOfScope, null);
  }

  private static Standing withoutPerson(Link link, boolean goneSaid) {
    return goneSaid
        ? new Standing.Over(
            LinkState.GONE,
            "the contact person was deleted in D365; the contact stays as it is",
            null)
        : new Standing.Unclear(ContactProblems.personMissing(link));
  }

  private Standing withoutContact(Link link, @Nullable Snapshot person, Both<Boolean> goneSaid) {
    boolean toBeMade =
        link.state() == LinkState.RESERVED
            && link.bornOn() == Side.D365
            && !Provisional.is(link.d365Key());
    MergeHistory.Fate fate = merges.of(lost(link, toBeMade));
    if (fate instanceof MergeHistory.Fate.MergedInto merged
        && !merged.id().equals(link.creatioId())) {
      return new Standing.Over(
          LinkState.MERGED,
          "the contact was merged into " + merged.id() + " (" + merged.how() + ")",
          merged.id());
    }
    if (toBeMade) {
      return person == null
          ? withoutPerson(link, goneSaid.d365())
          : home.toBeMadeInCreatio(link, person);
    }
    if (fate instanceof MergeHistory.Fate.Doubtful doubtful) {
      return new Standing.Unclear(ContactProblems.mergedDoubtfully(link, doubtful.ids()));
    }
    return goneSaid.creatio()
        ? new Standing.Over(
            LinkState.GONE,
            "the contact was deleted in Creatio; the contact person stays as it is",
            null)
        : new Standing.Unclear(ContactProblems.contactMissing(link));
  }

  /** A contact that carries no number yet can only have been merged away under its own id. */
  private MergeHistory.Lost lost(Link link, boolean toBeMade) {
    boolean numbered = !toBeMade && !Provisional.is(link.d365Key());
    return new MergeHistory.Lost(
        ContactRows.SET, link.creatioId(), numbered ? keyColumn : null, link.d365Key(), null);
  }

  /**
   * Wakes the contact person that a contact has come back to, which was made inactive when it left.
   * For the rest activity is kept in step as a field.
   */
  @Override
  public Upkeep upkeep(Link link, Both<@Nullable Snapshot> now) {
    Snapshot contact = now.creatio();
    Snapshot person = now.d365();
    boolean isBack =
        Provisional.is(link.d365Key())
            && contact != null
            && person != null
            && scope.isInactive(person)
            && !scope.isInactive(contact);
    return isBack
        ? ContactHome.active(true, "the contact is back at the account, and active")
        : Upkeep.none();
  }

  @Override
  public boolean isHold(Fields upkeep) {
    return false;
  }

  @Override
  public LinkChange learned(Link link, Both<@Nullable Snapshot> now) {
    if (now.creatio() == null || now.d365() == null) {
      return LinkChange.NONE;
    }
    return LinkChange.standing(link, now.d365().fields().get(PersonRows.PERSON).text());
  }

  /** Nobody else makes the ids that we make for contacts. */
  @Override
  public boolean isOurs(Fields sent, Snapshot found) {
    return found.record().side() == Side.CREATIO
        || Person.inD365(sent).hasNameOf(Person.inD365(found.fields()));
  }
}

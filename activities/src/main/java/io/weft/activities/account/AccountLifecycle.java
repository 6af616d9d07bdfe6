package io.weft.activities.account;

import io.weft.activities.creatio.MergeHistory;
import io.weft.activities.object.InOne;
import io.weft.activities.object.Lifecycle;
import io.weft.activities.object.Standing;
import io.weft.activities.object.Upkeep;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkChange;
import io.weft.activities.store.LinkState;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The life of an account and its customer: a merge moves the customer to the survivor, a deletion
 * is never passed on, an account out of scope keeps its link and is not written, an inactive
 * account puts its customer on hold if the settings say so. A hold that finance has set is never
 * lifted.
 */
public final class AccountLifecycle implements Lifecycle {
  private static final String NO_HOLD = "No";

  private final MergeHistory merges;
  private final AccountScope scope;
  private final String keyColumn;
  private final String inactiveColumn;
  private final @Nullable String holdOnDeactivate;
  private final Places places;

  /**
   * @param keyColumn the column that carries the customer number
   * @param inactiveColumn the column that says that an account is inactive
   * @param holdOnDeactivate D365's word for the hold that an inactive account's customer gets; null
   *     for none
   */
  AccountLifecycle(
      MergeHistory merges,
      AccountScope scope,
      String keyColumn,
      String inactiveColumn,
      @Nullable String holdOnDeactivate,
      Places places) {
    this.places = places;
    this.merges = merges;
    this.scope = scope;
    this.keyColumn = keyColumn;
    this.inactiveColumn = inactiveColumn;
    this.holdOnDeactivate = holdOnDeactivate;
  }

  @Override
  public Standing standing(Link link, Both<@Nullable Snapshot> now, Both<Boolean> goneSaid) {
    if (now.creatio() == null) {
      return withoutAccount(link, goneSaid.creatio());
    }
    if (now.d365() == null && link.state() != LinkState.RESERVED) {
      return goneSaid.d365()
          ? new Standing.Over(
              LinkState.GONE, "the customer was deleted in D365; the account stays as it is", null)
          : new Standing.Unclear(AccountProblems.customerMissing(link));
    }
    String outOfScope = scope.leaves(now.creatio());
    return outOfScope == null
        ? new Standing.Live()
        : new Standing.Over(LinkState.OUT_OF_SCOPE, outOfScope, null);
  }

  /** Who is still to be made is asked for together: a load makes hundreds. */
  @Override
  public List<Standing> standings(List<Sighting> sightings) {
    List<String> missing =
        sightings.stream()
            .filter(AccountLifecycle::isMissing)
            .map(one -> one.link().creatioId())
            .toList();
    Set<String> merged =
        new HashSet<>(InOne.together(missing, some -> merges.merged(AccountRows.SET, some)));
    return sightings.stream()
        .map(
            one ->
                isMissing(one) && !merged.contains(one.link().creatioId().toLowerCase(Locale.ROOT))
                    ? new Standing.Live()
                    : standing(one.link(), one.now(), one.goneSaid()))
        .toList();
  }

  private static boolean isMissing(Sighting one) {
    return one.now().creatio() == null && isToBeMade(one.link());
  }

  private static boolean isToBeMade(Link link) {
    return link.state() == LinkState.RESERVED && link.bornOn() == Side.D365;
  }

  private Standing withoutAccount(Link link, boolean goneSaid) {
    boolean toBeMade = isToBeMade(link);
    MergeHistory.Fate fate = merges.of(lost(link, toBeMade));
    if (fate instanceof MergeHistory.Fate.MergedInto merged
        && !merged.id().equals(link.creatioId())) {
      return new Standing.Over(
          LinkState.MERGED,
          "the account was merged into " + merged.id() + " (" + merged.how() + ")",
          merged.id());
    }
    if (toBeMade) {
      return new Standing.Live();
    }
    if (fate instanceof MergeHistory.Fate.Doubtful doubtful) {
      return new Standing.Unclear(AccountProblems.mergedDoubtfully(link, doubtful.ids()));
    }
    return goneSaid
        ? new Standing.Over(
            LinkState.GONE, "the account was deleted in Creatio; the customer stays as it is", null)
        : new Standing.Unclear(AccountProblems.accountMissing(link));
  }

  /** A record that is still to be made can only have been merged away under its own id. */
  private MergeHistory.Lost lost(Link link, boolean toBeMade) {
    String column = toBeMade ? null : keyColumn;
    return new MergeHistory.Lost(AccountRows.SET, link.creatioId(), column, link.d365Key(), null);
  }

  @Override
  public Upkeep upkeep(Link link, Both<@Nullable Snapshot> now) {
    Snapshot account = now.creatio();
    Snapshot customer = now.d365();
    if (holdOnDeactivate == null || account == null || customer == null) {
      return Upkeep.none();
    }
    boolean inactive = account.fields().get(inactiveColumn).equals(new Value.Flag(true));
    String hold = customer.fields().get(CustomerRows.HOLD).text();
    boolean free = hold.isEmpty() || hold.equals(NO_HOLD);
    if (inactive && free) {
      return hold(hold, holdOnDeactivate, "the account was made inactive in Creatio");
    }
    if (!inactive && link.heldByUs() && hold.equals(holdOnDeactivate)) {
      return hold(hold, NO_HOLD, "the account is active again, and the hold was ours");
    }
    return Upkeep.none();
  }

  private static Upkeep hold(String before, String after, String why) {
    FieldDecision decision =
        new FieldDecision(CustomerRows.HOLD, Verdict.TO_D365, Side.D365, before, after, null, why);
    return new Upkeep(Fields.of(CustomerRows.HOLD, new Value.Code(after)), List.of(decision));
  }

  @Override
  public boolean wantsIntroduction(Link link, Both<@Nullable Snapshot> now) {
    return now.creatio() != null && now.d365() != null && places.wantsMore(link, now.creatio());
  }

  @Override
  public boolean isHold(Fields upkeep) {
    return !upkeep.get(CustomerRows.HOLD).text().equals(NO_HOLD);
  }

  @Override
  public LinkChange learned(Link link, Both<@Nullable Snapshot> now) {
    if (now.creatio() == null || now.d365() == null) {
      return LinkChange.NONE;
    }
    return LinkChange.standing(link, now.d365().fields().get(CustomerRows.PARTY).text());
  }

  @Override
  public boolean isOurs(Fields sent, Snapshot found) {
    return OwnRecord.is(sent, found);
  }
}

package io.weft.activities.store;

import org.jspecify.annotations.Nullable;

/** What is to change about a link: null leaves a component as it is. */
public record LinkChange(
    @Nullable LinkState state,
    @Nullable String d365Key,
    @Nullable String partyNumber,
    @Nullable String dataverseGuid,
    @Nullable String addAlias,
    @Nullable Boolean leading,
    @Nullable Boolean heldByUs,
    @Nullable Boolean asks) {
  /** Changes nothing. */
  public static final LinkChange NONE =
      new LinkChange(null, null, null, null, null, null, null, null);

  /** Nothing but the state. */
  public static LinkChange to(LinkState state) {
    return new LinkChange(state, null, null, null, null, null, null, null);
  }

  /** Nothing but the number of D365's record. */
  public static LinkChange number(String d365Key) {
    return new LinkChange(null, d365Key, null, null, null, null, null, null);
  }

  /** Nothing but the number of D365's party. */
  public static LinkChange party(String partyNumber) {
    return new LinkChange(null, null, partyNumber, null, null, null, null, null);
  }

  /** Nothing but one key more by which Creatio's record was known. */
  public static LinkChange alias(String creatioId) {
    return new LinkChange(null, null, null, null, creatioId, null, null, null);
  }

  /** Nothing but whether it is we who hold D365's record. */
  public static LinkChange held(boolean byUs) {
    return new LinkChange(null, null, null, null, null, null, byUs, null);
  }

  /** Nothing but whether a person is asked. */
  public static LinkChange asking(boolean asks) {
    return new LinkChange(null, null, null, null, null, null, null, asks);
  }

  /**
   * What a pair that stands in both systems teaches: that it lives, and its party. {@link #NONE} if
   * the link knows both.
   *
   * @param party as D365 tells it; empty if it does not
   */
  public static LinkChange standing(Link link, String party) {
    LinkChange lives = link.state() == LinkState.LIVE ? NONE : to(LinkState.LIVE);
    boolean known = party.isEmpty() || party.equals(link.partyNumber());
    return known ? lives : lives.then(party(party));
  }

  /** Whether it is {@link #NONE}. */
  public boolean isNone() {
    return equals(NONE);
  }

  /** Both, one after the other: of a component that both change, the later one stands. */
  public LinkChange then(LinkChange later) {
    return new LinkChange(
        either(later.state, state),
        either(later.d365Key, d365Key),
        either(later.partyNumber, partyNumber),
        either(later.dataverseGuid, dataverseGuid),
        either(later.addAlias, addAlias),
        either(later.leading, leading),
        either(later.heldByUs, heldByUs),
        either(later.asks, asks));
  }

  private static <T> @Nullable T either(@Nullable T wanted, @Nullable T otherwise) {
    return wanted == null ? otherwise : wanted;
  }
}

package io.weft.workflows.load;

import org.jspecify.annotations.Nullable;

/**
 * What an admin chose for a load: explicit, because nothing of it can be guessed.
 *
 * @param creation where records may be made for those without a partner
 * @param policy who wins where both sides differ, by the word of {@code weft.yaml} (creatio-wins,
 *     d365-wins, newest-wins, ask); null for the object's own policy
 * @param plan number of the signed plan that this load carries out; null for none
 * @param acceptChanges whether a population that has changed since the plan is accepted
 * @param who on whose word
 * @param why for the audit
 */
public record LoadChoices(
    Creation creation,
    @Nullable String policy,
    @Nullable Integer plan,
    boolean acceptChanges,
    String who,
    String why) {
  /** Where records may be made. */
  public enum Creation {
    NONE,
    TO_D365,
    TO_CREATIO,
    BOTH
  }
}

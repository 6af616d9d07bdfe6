package io.weft.sandbox.seed;

import org.jspecify.annotations.Nullable;

/**
 * How much to make up.
 *
 * @param contacts contact persons in all, spread over the companies
 * @param overlap share, 0 to 1, of the smaller side's companies that the other side knows too
 * @param variants share, 0 to 1, of common companies that D365 spells a little differently
 * @param customerContacts contact persons of customers in D365, in all
 * @param country two letters: all companies are at home there; null for all over
 */
public record SeedPlan(
    long seed,
    int accounts,
    int customers,
    int contacts,
    double overlap,
    double variants,
    int customerContacts,
    @Nullable String country) {

  /** Makes a plan without contact persons in D365, with companies from all over. */
  public SeedPlan(
      long seed, int accounts, int customers, int contacts, double overlap, double variants) {
    this(seed, accounts, customers, contacts, overlap, variants, 0, null);
  }
}

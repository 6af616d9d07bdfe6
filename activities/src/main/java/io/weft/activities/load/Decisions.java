package io.weft.activities.load;

import io.weft.activities.store.DecisionStore.Decision;
import io.weft.activities.store.LoadRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people decided about the records of a page. */
final class Decisions {
  /** The kind of evidence that a person's word is. */
  static final String KIND = "decision";

  private final Map<String, List<Decision>> byAccount = new LinkedHashMap<>();
  private final Map<String, List<Decision>> byCustomer = new LinkedHashMap<>();

  Decisions(List<Decision> all) {
    for (Decision one : all) {
      byAccount.computeIfAbsent(one.creatioKey(), key -> new ArrayList<>()).add(one);
      byCustomer.computeIfAbsent(one.d365Key(), key -> new ArrayList<>()).add(one);
    }
  }

  /** The partner that a person gave the customer. */
  Optional<Decision> accepted(LoadRecord customer) {
    return byCustomer.getOrDefault(customer.record().key(), List.of()).stream()
        .filter(Decision::accepted)
        .findFirst();
  }

  /** Whether these two were parted, or the account was given to another customer. */
  boolean part(LoadRecord account, LoadRecord customer) {
    return byAccount.getOrDefault(account.record().key(), List.of()).stream()
        .anyMatch(one -> one.accepted() != one.d365Key().equals(customer.record().key()));
  }

  static Proof proof(Decision decision) {
    String words = "accepted by " + decision.who() + ": " + decision.why();
    return new Proof(List.of(KIND), words, "");
  }
}

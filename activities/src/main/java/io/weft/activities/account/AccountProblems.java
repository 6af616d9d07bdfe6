package io.weft.activities.account;

import io.weft.activities.match.Finding;
import io.weft.activities.match.Match;
import io.weft.activities.store.Link;
import io.weft.workflows.failure.Fingerprint;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.RecordRef;
import java.util.List;

/** What people are told about accounts and customers. */
final class AccountProblems {
  private AccountProblems() {}

  static Problem accountMissing(Link link) {
    return problem(
        "AccountMissing",
        "Account "
            + link.creatioId()
            + " of customer "
            + link.d365Key()
            + " is not found in Creatio: deleted, or no longer visible to the integration user.",
        "Give the integration user its right back and retry; or discard if the account was deleted on"
            + " purpose. The customer is left as it is.");
  }

  static Problem placeChanged(Link link, String before, String now) {
    return problem(
        "LegalEntityChanged",
        "By the rules account "
            + link.creatioId()
            + " now belongs to legal entity "
            + now
            + " (before: "
            + before
            + "); its customer "
            + link.d365Key()
            + " is in "
            + link.pair().legalEntity()
            + " and is not moved by itself.",
        "Correct the account if the change was a mistake; or discard, to keep the customer where it"
            + " is; a customer in the other legal entity is made by a person in D365.");
  }

  static Problem customerMissing(Link link) {
    return problem(
        "CustomerMissing",
        "Customer "
            + link.d365Key()
            + " in legal entity "
            + link.pair().legalEntity()
            + " is not found in D365: deleted, renumbered, or not visible to the service user.",
        "Check the customer in D365 and retry; or discard if it was deleted on purpose. The account is"
            + " left as it is.");
  }

  static Problem mergedDoubtfully(Link link, List<String> ids) {
    return problem(
        "MergedDoubtfully",
        "Account "
            + link.creatioId()
            + " is gone, and several accounts carry its customer number "
            + link.d365Key()
            + ": "
            + String.join(", ", ids)
            + ".",
        "Clear the customer number on all accounts but the right one, then retry.");
  }

  static Problem noRoute(RecordRef record, String why) {
    return problem(
        "NoRoute",
        "Account " + record.key() + " has no legal entity: " + why + ".",
        "Fill the attribute that account.routing looks at, or add a rule or an otherwise to weft.yaml,"
            + " then retry.");
  }

  static Problem doubtful(RecordRef record, Match.Doubtful match) {
    StringBuilder what = new StringBuilder();
    what.append(record.path()).append(" may be the same company as ");
    for (Finding finding : match.findings()) {
      what.append(finding.candidate().record().key())
          .append(" (")
          .append(finding.verdict().evidence().words())
          .append(") ");
    }
    return problem(
        "DoubtfulMatch",
        what.toString().strip(),
        "Link it with the right one by its key; or, if it is none of them, make the records tell"
            + " apart (tax number, e-mail, address) and retry; or discard.");
  }

  private static Problem problem(String failure, String what, String remedy) {
    String fingerprint = Fingerprint.of("creatio", "account", failure, failure);
    return new Problem(failure, what, remedy, fingerprint, null, false);
  }
}

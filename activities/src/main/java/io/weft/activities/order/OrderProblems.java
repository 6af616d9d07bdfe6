package io.weft.activities.order;

import io.weft.activities.rule.Refused;
import io.weft.activities.store.Link;
import io.weft.workflows.failure.Fingerprint;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.RecordRef;

/** What people are told about orders. */
final class OrderProblems {
  private OrderProblems() {}

  static Problem noAccount(RecordRef order) {
    return problem(
        "OrderWithoutAccount",
        "Order " + order.key() + " names no account, so that nobody can be charged.",
        "Name the account on the order in Creatio.");
  }

  static Problem accountLeftOut(RecordRef order, String why) {
    return problem(
        "OrderForNoCustomer",
        "Order " + order.key() + " is for an account that becomes no customer: " + why + ".",
        "Name another account on the order, or bring the account into scope; then retry.");
  }

  static Problem noRoute(RecordRef order, String why) {
    return problem(
        "NoLegalEntity",
        "No legal entity is found for order " + order.key() + ": " + why + ".",
        "Fill what the rules look at, or add a rule to order.routing in weft.yaml; then retry.");
  }

  static Problem orderMissing(Link link) {
    return problem(
        "OrderMissing",
        "Order "
            + link.creatioId()
            + " of sales order "
            + link.d365Key()
            + " is not found in Creatio: deleted, or no longer visible to the integration user.",
        "Give the integration user its right back and retry; or cancel the sales order in D365 and"
            + " discard.");
  }

  static Problem salesOrderMissing(Link link) {
    return problem(
        "SalesOrderMissing",
        "Sales order "
            + link.d365Key()
            + " in legal entity "
            + link.pair().legalEntity()
            + " is not found in D365: deleted, or not visible to the service user.",
        "Check it in D365 and retry; or discard if it was deleted on purpose.");
  }

  static Problem noLines(Link link) {
    return problem(
        "OrderWithoutLines",
        "Order " + link.creatioId() + " has no lines, so that there is nothing to deliver.",
        "Add a product in Creatio: it goes over by itself then.");
  }

  static Problem cancelled(Link link, boolean stopped) {
    String state = stopped ? "; its processing was stopped" : "";
    return problem(
        "CancelledInCreatio",
        "Order "
            + link.creatioId()
            + " was cancelled in Creatio while sales order "
            + link.d365Key()
            + " stands in D365"
            + state
            + ".",
        "Cancel the sales order in D365: this clears by itself then. Or discard, to leave it as it"
            + " is.");
  }

  static Problem tooLate(String subject, String what, String state) {
    return problem(
        "ChangedTooLate",
        subject + " was changed in Creatio, and D365 no longer takes it (" + state + "): " + what,
        "Settle it with the customer and in D365 by hand; discard when it is settled.");
  }

  /** order.onChange is ask. */
  static Problem changedAfterConfirmation(String subject, String what) {
    return problem(
        "ChangedAfterConfirmation",
        subject + " was changed in Creatio after D365 had confirmed the order: " + what,
        "Retry, to send all changes of the order, its lines included; then confirm it again in D365."
            + " Or discard, to leave D365 as it is; or undo the change in Creatio.");
  }

  static Problem lineGone(String line) {
    return problem(
        "LineRemovedInD365",
        line + " was removed in D365 and is still on the order in Creatio.",
        "Remove it in Creatio as well; or retry, to send it once more.");
  }

  static Problem doubledLine(String line, String lots) {
    return problem(
        "LineDoubled",
        line + " stands on the sales order more than once (lots " + lots + ").",
        "Remove the wrong one in D365, then retry.");
  }

  static Problem itemChanged(String line, String before, String after) {
    return problem(
        "ItemChanged",
        line
            + " is item "
            + before
            + " in D365 and "
            + after
            + " now; D365 changes no line's item.",
        "Remove the line in Creatio and add another one for the new product.");
  }

  static Problem badNumber(String line, String field, String value, String rule) {
    return problem(
        "BadNumber",
        line + ": " + field + " is '" + value + "', " + rule + ".",
        "Correct it on the line in Creatio.");
  }

  static Problem refused(String place, Refused refused) {
    String what = place.isEmpty() ? refused.what() : place + ": " + refused.what();
    return problem("OrderRule", what, refused.remedy());
  }

  static Problem noDimensionFormat() {
    return problem(
        "NoDimensionFormat",
        "D365 has no active format for default dimensions, so that none can be sent.",
        "Set one up in D365 (Financial dimension configuration for integrating applications) and"
            + " activate it; then retry.");
  }

  static Problem pastDate(String day) {
    return problem(
        "PastDate",
        "The requested date " + day + " is over.",
        "Give the order a later date in Creatio.");
  }

  static Problem problem(String failure, String what, String remedy) {
    String fingerprint = Fingerprint.of("weft", "order", failure, what);
    return new Problem(failure, what, remedy, fingerprint, null, false);
  }
}

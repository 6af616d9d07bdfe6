package io.weft.sandbox.creatio;

import io.weft.sandbox.Table;

/** Activities: tasks, calls, meetings and e-mails in one set. */
final class ActivityShape {
  private ActivityShape() {}

  static Table table() {
    Shape shape = Shape.of("Activity").text(500, "Title").times("StartDate", "DueDate");
    shape.lookup("Priority", "ActivityPriority").lookup("Author", "Contact");
    shape.lookup("Owner", "Contact").lookup("Organizer", "Contact");
    shape.lookup("Type", "ActivityType").lookup("ActivityCategory", "ActivityCategory");
    shape.lookup("Status", "ActivityStatus").lookup("Result", "ActivityResult");
    shape.text(0, "DetailedResult").flags("ShowInScheduler").lookup("Account", "Account");
    shape.lookup("Contact", "Contact").lookup("Order", "Order");
    // Products that this site has not installed: an id without a set behind it.
    shape.guids("OpportunityId", "InvoiceId", "LeadId", "CaseId", "ContractId", "DocumentId");
    shape.guids("ProjectId").text(0, "Notes", "Body").text(250, "Sender");
    shape.text(0, "Recepient", "CopyRecepient", "BlindCopyRecepient").times("SendDate");
    shape.integers("DurationInMinutes").flags("RemindToOwner").times("RemindToOwnerDate");
    return shape.guids("TimeZoneId", "OwnerRoleId").table();
  }
}

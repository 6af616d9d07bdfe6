package io.weft.activities.settings;

import io.weft.activities.rule.Scope;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import java.util.Optional;

/**
 * What is special about accounts and their customers.
 *
 * @param scope which accounts become customers
 * @param customerScope which customers become accounts
 * @param rules to which legal entities accounts belong, and what rules set on their customers
 * @param createOnDemand whether an account outside of the scope becomes a customer when an order or
 *     quotation needs one
 * @param leadingLegalEntity through which name, phone, e-mail and address are kept in step
 */
public record AccountSettings(
    Scope scope,
    Scope customerScope,
    AccountRules rules,
    boolean createOnDemand,
    LegalEntity leadingLegalEntity,
    Inactive inactive,
    Approval approval,
    TaxNumber taxNumber) {

  /** How a change approval on customers in D365 is reckoned with. */
  public enum Approval {
    /** As D365's own parameters say. */
    AUTO,
    /** A change that does not show may be waiting for approval. */
    ON,
    /** A change that does not show is a refusal. */
    OFF
  }

  /**
   * What follows when an account is made inactive.
   *
   * @param column the column of the account that says so
   * @param hold the hold that its customers get
   */
  public record Inactive(String column, Hold hold) {}

  /** Holds of a customer in D365. */
  public enum Hold {
    NONE,
    ALL,
    INVOICE,
    PAYMENT,
    REQUISITION;

    /** D365's own word for it; empty for none. */
    public Optional<String> word() {
      return switch (this) {
        case NONE -> Optional.empty();
        case ALL -> Optional.of("All");
        case INVOICE -> Optional.of("Invoice");
        case PAYMENT -> Optional.of("Payment");
        case REQUISITION -> Optional.of("Requisition");
      };
    }
  }

  /**
   * The number by which companies are matched.
   *
   * @param field the field of the customer in D365 that holds it
   * @param required whether a customer without it is parked; else the number alone waits
   */
  public record TaxNumber(String field, boolean required) {
    static TaxNumber read(YamlNode node) {
      TaxNumber taxNumber =
          new TaxNumber(node.text("field", "TaxExemptNumber"), node.flag("required", false));
      node.done();
      return taxNumber;
    }
  }

  static AccountSettings read(
      YamlNode node, YamlNode customer, LegalEntities known, AccountColumns columns) {
    AccountSettings settings =
        new AccountSettings(
            Scope.read(node.child("scope"), columns.account(), Scope.accounts()),
            Scope.read(customer.child("scope"), columns.customer(), Scope.customers()),
            AccountRules.read(node, known, columns),
            node.flag("createOnDemand", true),
            leading(node, known),
            new Inactive(
                node.text("inactiveColumn", "RecordInactive"),
                node.oneOf("onDeactivate", Hold.class, Hold.NONE)),
            node.oneOf("approval", Approval.class, Approval.AUTO),
            TaxNumber.read(node.child("taxNumber")));
    customer.done();
    node.done();
    return settings;
  }

  private static LegalEntity leading(YamlNode node, LegalEntities known) {
    YamlNode child = node.child("leadingLegalEntity");
    return node.optionalText("leadingLegalEntity")
        .flatMap(id -> known.find(child, id))
        .orElseGet(known::leading);
  }
}

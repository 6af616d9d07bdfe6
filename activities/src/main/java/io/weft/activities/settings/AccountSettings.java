package io.weft.activities.settings;

import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;

/**
 * What is special about accounts and customers, beside the rules.
 *
 * @param createOnDemand whether an account out of scope becomes a customer when an order or
 *     quotation needs one
 * @param leadingLegalEntity through which name, phone, e-mail and address are kept in step
 * @param onDeactivate the hold put on the customers of an account that is made inactive
 */
public record AccountSettings(
    boolean createOnDemand,
    LegalEntity leadingLegalEntity,
    Hold onDeactivate,
    Approval approval,
    TaxNumber taxNumber) {
  /** Holds of a customer in D365; NONE leaves it alone. */
  public enum Hold {
    NONE,
    ALL,
    INVOICE,
    PAYMENT,
    REQUISITION
  }

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

  static AccountSettings read(YamlNode node, LegalEntities known) {
    AccountSettings settings =
        new AccountSettings(
            node.flag("createOnDemand", true),
            leading(node, known),
            node.oneOf("onDeactivate", Hold.class, Hold.NONE),
            node.oneOf("approval", Approval.class, Approval.AUTO),
            TaxNumber.read(node.child("taxNumber")));
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

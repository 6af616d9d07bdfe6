package io.weft.activities.desk;

import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Filter;
import io.weft.activities.d365.D365Query;
import io.weft.activities.http.Row;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.LinkStore.NumberRange;
import io.weft.activities.value.Columns;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether our own range of customer numbers is free in a legal entity. D365 does not tell whether
 * its number sequence lets numbers be entered; that is asked of a person where nothing proves it.
 */
public final class NumbersCheck implements Check {
  private static final String SET = "CustomersV3";
  private static final String KEY = "CustomerAccount";
  private static final int SAMPLE = 1000;

  private final D365Client client;
  private final LinkStore links;
  private final LegalEntity legalEntity;
  private final NumberRange range;

  public NumbersCheck(
      D365Client client, LinkStore links, LegalEntity legalEntity, NumberRange range) {
    this.client = client;
    this.links = links;
    this.legalEntity = legalEntity;
    this.range = range;
  }

  @Override
  public String name() {
    return "Customer numbers of " + legalEntity;
  }

  @Override
  public Side system() {
    return Side.D365;
  }

  @Override
  public List<Finding> look() {
    String where = "D365 " + SET + " of " + legalEntity;
    List<String> strangers = new ArrayList<>();
    int ours = 0;
    for (String number : taken()) {
      RecordRef record = RecordRef.d365(SyncObjectName.ACCOUNT_CUSTOMER, legalEntity, number);
      if (links.linksOf(record).isEmpty()) {
        strangers.add(number);
      } else {
        ours++;
      }
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(strangers.isEmpty() ? free(where) : taken(where, strangers));
    findings.add(ours > 0 ? proven(where) : unproven(where));
    return findings;
  }

  private List<String> taken() {
    D365Filter filter =
        D365Filter.all(
            D365Filter.equal("dataAreaId", legalEntity.id()),
            D365Filter.like(KEY, range.prefix() + "*"));
    D365Query query =
        D365Query.of(Columns.of("dataAreaId", KEY)).where(filter).orderBy("dataAreaId", KEY);
    List<String> numbers = new ArrayList<>();
    for (Row row : client.query(SET, query.top(SAMPLE)).rows()) {
      String number = row.text(KEY);
      if (number != null) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  private Finding free(String where) {
    return Finding.ok(where, "The numbers " + range.prefix() + "... are ours alone.");
  }

  private Finding taken(String where, List<String> strangers) {
    return Finding.warn(
        where,
        "Numbers of our range are taken by customers that are not linked: "
            + Words.some(strangers)
            + ".",
        "They are skipped. If another program uses the range, choose another prefix in weft.yaml"
            + " (numbering.customer).");
  }

  private static Finding proven(String where) {
    return Finding.ok(where, "Numbers may be entered: customers of ours exist.");
  }

  private static Finding unproven(String where) {
    return Finding.warn(
        where,
        "It is not proven yet that customer numbers may be entered by hand.",
        "In D365, Accounts receivable parameters, Number sequences, open the sequence of Customer"
            + " account and switch Manual to Yes.");
  }
}

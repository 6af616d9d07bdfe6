package io.weft.activities.rule;

import io.weft.activities.mapping.LookUps;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Type;
import io.weft.activities.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which records are kept in step at all: rules from top to bottom. */
public record Scope(RuleTable<Scope.Take> table, Take otherwise) {
  /** Whether a record takes part. */
  public enum Take {
    IN,
    /** Only once another record, such as an order, needs it. */
    ON_DEMAND,
    /** Left out and counted. */
    OUT
  }

  /** Creatio's id of the account type Customer, the same in every installation. */
  public static final String CUSTOMER = "03a75490-53e6-df11-971b-001d60e938c6";

  /** Creatio's id of the account type Our company. */
  public static final String OUR_COMPANY = "57412fad-53e6-df11-971b-001d60e938c6";

  /**
   * The accounts that take part where nothing is said: customers; our own company never; others
   * when a document needs them.
   */
  public static Scope accounts() {
    return new Scope(
        new RuleTable<>(
            List.of(row("Type", CUSTOMER, Take.IN), row("Type", OUR_COMPANY, Take.OUT))),
        Take.ON_DEMAND);
  }

  /** Creatio's id of the contact type Employee, the same in every installation. */
  public static final String EMPLOYEE = "60733efc-f36b-1410-a883-16d83cab0980";

  /** The contacts that take part where nothing is said: all but our own people. */
  public static Scope contacts() {
    return new Scope(new RuleTable<>(List.of(row("Type", EMPLOYEE, Take.OUT))), Take.IN);
  }

  /** The customers that take part where nothing is said: companies, not one-time. */
  public static Scope customers() {
    return new Scope(
        new RuleTable<>(
            List.of(
                row("IsOneTimeCustomer", "true", Take.OUT), row("PartyType", "Person", Take.OUT))),
        Take.IN);
  }

  private static RuleTable.Row<Take> row(String column, String value, Take take) {
    Condition when = new Condition(Map.of(column, Set.of(value)), null);
    return new RuleTable.Row<>("the shipped scope", when, take);
  }

  /**
   * Reads {@code rules}, each with {@code when} and {@code take} (in, on-demand, out), and {@code
   * otherwise}; the given scope if nothing is written.
   */
  public static Scope read(YamlNode node, Map<String, Type> columns, Scope shipped) {
    if (node.isEmpty()) {
      return shipped;
    }
    RuleTable<Take> table =
        new RuleTableReader(columns)
            .read(node.child("rules"), block -> block.child("take").oneOf(Take.class, Take.OUT));
    Take otherwise = node.oneOf("otherwise", Take.class, Take.OUT);
    node.done();
    return new Scope(table, otherwise);
  }

  /** Whether a record takes part. Throws IllegalArgumentException if a formula fails for it. */
  public Take of(Fields record, LookUps lookUps) {
    Optional<RuleTable.Row<Take>> row = table.first(record, lookUps);
    return row.isPresent() ? row.get().then() : otherwise;
  }
}

package io.weft.cli.sample;

import io.weft.activities.match.Profile;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Accounts of a Creatio and customers of a legal entity in D365. Six of ten companies are in both,
 * each written down twice by different people; one or two of a hundred are twice on a side.
 */
public final class Population {
  private static final LegalEntity LEGAL_ENTITY = new LegalEntity("usmf");

  private final Dice dice;
  private final Writer writer;
  private final List<Entry> accounts = new ArrayList<>();
  private final List<Entry> customers = new ArrayList<>();

  /** A record, and the number of the company that it is: what matching has to find out. */
  public record Entry(Profile profile, int company) {}

  private Population(Dice dice, Noise noise) {
    this.dice = dice;
    this.writer = new Writer(dice, noise);
  }

  /** As many records on each side; the same for the same seed and noise. */
  public static Population of(int records, long seed, Noise noise) {
    Dice dice = new Dice(seed);
    Population population = new Population(dice, noise);
    population.settle(records, new Founder(dice));
    Collections.shuffle(population.accounts, new Random(seed));
    Collections.shuffle(population.customers, new Random(seed + 1));
    return population;
  }

  private void settle(int records, Founder founder) {
    int company = 0;
    while (accounts.size() < records || customers.size() < records) {
      for (Company next : founder.found()) {
        place(next, company++, records);
      }
    }
  }

  private void place(Company company, int number, int records) {
    int where = dice.below(10);
    boolean account = where < 8 && accounts.size() < records;
    boolean customer = (where < 6 || where >= 8) && customers.size() < records;
    String noted = account && customer && dice.falls(0.08) ? customerNumber(customers.size()) : "";
    if (customer) {
      customer(company, number);
    }
    if (account) {
      account(company, number, noted);
    }
    if (account && dice.falls(0.015) && accounts.size() < records) {
      account(company, number, "");
    }
    if (customer && dice.falls(0.015) && customers.size() < records) {
      customer(company, number);
    }
  }

  private static String customerNumber(int customer) {
    return "C-%06d".formatted(customer + 1);
  }

  private void account(Company company, int number, String noted) {
    RecordRef record =
        RecordRef.creatio(
            SyncObjectName.ACCOUNT_CUSTOMER, new UUID(0, accounts.size() + 1).toString());
    accounts.add(new Entry(writer.write(record, company, noted), number));
  }

  private void customer(Company company, int number) {
    String key = customerNumber(customers.size());
    RecordRef record = RecordRef.d365(SyncObjectName.ACCOUNT_CUSTOMER, LEGAL_ENTITY, key);
    customers.add(new Entry(writer.write(record, company, key), number));
  }

  /** The accounts in Creatio, in no order. */
  public List<Entry> accounts() {
    return Collections.unmodifiableList(accounts);
  }

  /** The customers in D365, in no order. */
  public List<Entry> customers() {
    return Collections.unmodifiableList(customers);
  }
}

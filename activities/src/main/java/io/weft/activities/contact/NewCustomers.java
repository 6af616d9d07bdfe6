package io.weft.activities.contact;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.creatio.CreatioFilter;
import io.weft.activities.creatio.CreatioQuery;
import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Filter;
import io.weft.activities.d365.D365Query;
import io.weft.activities.hint.Runs;
import io.weft.activities.http.Page;
import io.weft.activities.http.Row;
import io.weft.activities.store.FactStore;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.value.Columns;
import io.weft.workflows.account.AccountActivities;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.pass.PassRequest;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reconciles accounts as the activities behind it do, and looks after the contacts of an account
 * that has just become a customer of a legal entity: they were left out until then, or are known in
 * other legal entities only. Once for each; safe to repeat.
 */
public final class NewCustomers implements AccountActivities {
  private final AccountActivities accounts;
  private final CreatioClient creatio;
  private final D365Client d365;
  private final Book book;
  private final Clock clock;

  /**
   * What is known and who is told.
   *
   * @param tell stores hints and tells their runs
   */
  public record Book(LinkStore links, FactStore facts, Consumer<List<Hint>> tell, Runs runs) {}

  public NewCustomers(
      AccountActivities accounts, CreatioClient creatio, D365Client d365, Book book, Clock clock) {
    this.accounts = accounts;
    this.creatio = creatio;
    this.d365 = d365;
    this.book = book;
    this.clock = clock;
  }

  @Override
  public PassOutcome reconcileAccount(PassRequest request) {
    PassOutcome outcome = accounts.reconcileAccount(request);
    tellContacts(request.pair());
    return outcome;
  }

  /** Tells the contacts of an account's pair that is live and has not told them yet. */
  public void tellContacts(PairId pair) {
    String told = "contacts-told/" + pair.path();
    Optional<Link> live = book.links().find(pair).filter(l -> l.state() == LinkState.LIVE);
    if (live.isEmpty() || book.facts().fact(told).isPresent()) {
      return;
    }
    List<RecordRef> contacts = contacts(pair.key());
    List<RecordRef> all = new ArrayList<>(contacts);
    all.addAll(persons(live.get()));
    if (!all.isEmpty()) {
      book.tell().accept(all.stream().map(this::hint).toList());
    }
    contacts.stream()
        .filter(contact -> isElsewhereOnly(contact, pair.legalEntity()))
        .forEach(contact -> book.runs().introduce(hint(contact)));
    book.facts().keep(told, clock.instant().toString());
  }

  private Hint hint(RecordRef record) {
    return Hint.of(record, Origin.RELEASE, clock.instant());
  }

  /** A linked record's hints go to its pairs: nobody would introduce it here. */
  private boolean isElsewhereOnly(RecordRef contact, LegalEntity here) {
    List<Link> links = book.links().linksOf(contact);
    return !links.isEmpty() && links.stream().noneMatch(l -> l.pair().legalEntity().equals(here));
  }

  private List<RecordRef> contacts(String account) {
    CreatioQuery query =
        CreatioQuery.of(Columns.of("Id"))
            .where(CreatioFilter.lookup(ContactRows.ACCOUNT, account))
            .by(CreatioQuery.Order.ID);
    List<RecordRef> found = new ArrayList<>();
    Page page = creatio.query(ContactRows.SET, query);
    add(found, page);
    while (page.next() != null) {
      page = creatio.query(ContactRows.SET, query.after(page.next()));
      add(found, page);
    }
    return found;
  }

  private static void add(List<RecordRef> found, Page page) {
    for (Row row : page.rows()) {
      String id = row.text("Id");
      if (id != null) {
        found.add(RecordRef.creatio(SyncObjectName.CONTACT, id));
      }
    }
  }

  private List<RecordRef> persons(Link account) {
    LegalEntity here = account.pair().legalEntity();
    String party = account.partyNumber();
    if (party == null) {
      return List.of();
    }
    D365Filter wanted =
        D365Filter.all(
            D365Filter.equal(PersonRows.COMPANY, here.id()),
            D365Filter.equal(PersonRows.OF, party));
    D365Query query = D365Query.of(Columns.of(PersonRows.COMPANY, PersonRows.KEY)).where(wanted);
    List<RecordRef> found = new ArrayList<>();
    for (Row row : d365.query(PersonRows.SET, query).rows()) {
      String key = row.text(PersonRows.KEY);
      if (key != null) {
        found.add(RecordRef.d365(SyncObjectName.CONTACT, here, key));
      }
    }
    return found;
  }
}

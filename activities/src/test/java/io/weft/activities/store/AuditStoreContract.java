package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.store.AuditStore.Entry;
import io.weft.activities.store.IntentResult.Outcome;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.Side;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

abstract class AuditStoreContract extends StoreContract {
  @Test
  void aWriteBecomesOneRowThatSaysWhoWhenWhyAndWhat() {
    Link link = linked(USMF, ACME, "US-1");
    accept(new Hint(account(ACME), Origin.WEBHOOK, START, null, "user-1", false));
    accept(new Hint(account(ACME), Origin.WEBHOOK, START, null, "user-2", false));
    accept(new Hint(customer(USMF, "US-1"), Origin.EVENT, START, null, "user-3", false));
    Sheet sheet = opened(link);
    Intent intent = intent("i-1", link, Side.D365, "a", "b");
    stores.passes().announce(sheet, List.of(intent));

    stores.passes().settle(sheet, Done.nothing().result("i-1", Outcome.APPLIED).settlement());

    Entry row = stores.audit().after(0, 10).get(0);
    assertThat(row.kind()).isEqualTo("WRITE");
    assertThat(row.intentId()).isEqualTo("i-1");
    assertThat(row.subject()).isEqualTo(link.pair().path());
    assertThat(row.target()).isEqualTo("account-customer/d365/usmf/US-1");
    assertThat(row.outcome()).isEqualTo("APPLIED");
    assertThat(row.who()).isEqualTo("user-2");
    assertThat(row.why()).isEqualTo("noted as APPLIED");
    assertThat(row.at()).isEqualTo(START);
    assertThat(row.fields()).isEqualTo(intent.decisions());
    assertThat(row.run()).isEqualTo("run-of-pass");
    assertThat(row.mappingVersion()).isEqualTo(1);
  }

  @Test
  void wordsAndRemarksOfAPassAreRows() {
    Link link = linked(USMF, ACME, "US-1");
    FieldDecision lost =
        new FieldDecision("Phone", Verdict.D365_WON, null, "1", "2", "3", "D365 wins");
    Done done =
        Done.nothing()
            .said(new Instruction.Amend("ann", "typo", Map.of("Name", "Acme")))
            .said(new Instruction.Choose("ann", "newer", Side.D365, List.of("Phone")))
            .remark(lost);

    stores.passes().settle(opened(link), done.settlement());

    List<Entry> rows = stores.audit().after(0, 10);
    assertThat(rows)
        .extracting(Entry::kind)
        .containsExactly("INSTRUCTION", "INSTRUCTION", "REMARK");
    assertThat(rows.get(0).who()).isEqualTo("ann");
    assertThat(rows.get(0).why()).isEqualTo("amend: typo");
    assertThat(rows.get(0).fields().get(0).after()).isEqualTo("Acme");
    assertThat(rows.get(1).fields().get(0).verdict()).isEqualTo(Verdict.D365_WON);
    assertThat(rows.get(1).fields().get(0).target()).isEqualTo(Side.CREATIO);
    assertThat(rows.get(2).fields()).containsExactly(lost);
    assertThat(rows.get(2).who()).isNull();
  }

  @Test
  void aWordOutsideOfAPassIsARow() {
    Instruction link = new Instruction.Link("bob", "same firm", "US-7");

    stores.audit().said("introduce/account-customer/creatio/x", link, START);

    Entry row = stores.audit().after(0, 10).get(0);
    assertThat(row.kind()).isEqualTo("INSTRUCTION");
    assertThat(row.subject()).isEqualTo("introduce/account-customer/creatio/x");
    assertThat(row.why()).isEqualTo("link with US-7: same firm");
    assertThat(row.at()).isEqualTo(START);
  }

  @Test
  void rowsAreFoundByPartOfPairOrRecordNewestFirst() {
    Link link = linked(USMF, ACME, "US-1");
    Sheet sheet = opened(link);
    stores
        .passes()
        .announce(
            sheet,
            List.of(
                intent("i-1", link, Side.D365, "a", "b"),
                intent("i-2", link, Side.CREATIO, "a", "b")));
    Done done = Done.nothing().result("i-1", Outcome.APPLIED).result("i-2", Outcome.WITHOUT_EFFECT);
    stores.passes().settle(sheet, done.settlement());
    stores.audit().said("other%_", new Instruction.Retry("bob", "again"), START);

    assertThat(stores.audit().find("usmf/US-1", 10))
        .extracting(Entry::intentId)
        .containsExactly("i-1");
    assertThat(stores.audit().find(ACME, 10))
        .extracting(Entry::intentId)
        .containsExactly("i-2", "i-1");
    assertThat(stores.audit().find(ACME, 1)).hasSize(1);
    assertThat(stores.audit().find("r%_", 10)).hasSize(1);
    assertThat(stores.audit().find("%", 10)).hasSize(1);
    assertThat(stores.audit().find("nobody", 10)).isEmpty();
  }

  @Test
  void rowsAreExportedInPagesInTheOrderOfWriting() {
    for (int i = 0; i < 5; i++) {
      stores.audit().said("s-" + i, new Instruction.Retry("bob", "again"), START);
    }

    List<Entry> first = stores.audit().after(0, 3);
    List<Entry> second = stores.audit().after(first.get(2).id(), 3);

    assertThat(first).extracting(Entry::subject).containsExactly("s-0", "s-1", "s-2");
    assertThat(second).extracting(Entry::subject).containsExactly("s-3", "s-4");
  }
}

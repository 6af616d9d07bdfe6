package io.weft.activities.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.mapping.MapLookUps;
import io.weft.activities.object.Newcomer;
import io.weft.activities.rule.Scope;
import io.weft.activities.store.memory.MemoryStores;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import org.junit.jupiter.api.Test;

final class OnDemandTest {
  private static final String PARTNER = "f2c0ce97-53e6-df11-971b-001d60e938c6";

  private final MemoryStores stores = new MemoryStores(Clock.systemUTC());

  private AccountScope scope(boolean allowed) {
    return new AccountScope(
        Scope.accounts(),
        Scope.customers(),
        new OnDemand(stores.facts(), allowed),
        MapLookUps.NONE);
  }

  private static Snapshot account(String type) {
    return new Snapshot(
        RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, "aaaaaaaa-0000-4000-8000-000000000001"),
        Fields.of("Type", new Value.Reference(type)),
        null,
        null,
        null);
  }

  @Test
  void aPartnerBecomesACustomerWhenNeededAndStaysOne() {
    AccountScope scope = scope(true);
    assertThat(scope.leavesOut(new Newcomer(account(PARTNER)))).contains("not a customer yet");
    assertThat(scope.leaves(account(PARTNER))).isNotNull();

    assertThat(scope.leavesOut(new Newcomer(account(PARTNER), true))).isNull();

    assertThat(scope.leaves(account(PARTNER))).isNull();
    assertThat(scope.leavesOut(new Newcomer(account(PARTNER)))).isNull();
    assertThat(scope(true).leaves(account(PARTNER))).isNull();
  }

  @Test
  void ourOwnCompanyNever() {
    AccountScope scope = scope(true);

    assertThat(scope.leavesOut(new Newcomer(account(Scope.OUR_COMPANY), true))).isNotNull();
    assertThat(scope.leaves(account(Scope.OUR_COMPANY))).isNotNull();
  }

  @Test
  void nobodyWhereTheSettingsForbidIt() {
    assertThat(scope(false).leavesOut(new Newcomer(account(PARTNER), true)))
        .contains("not a customer yet");
    assertThat(stores.facts().fact("on-demand/aaaaaaaa-0000-4000-8000-000000000001")).isEmpty();
  }
}

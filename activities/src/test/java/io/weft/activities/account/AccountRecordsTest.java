package io.weft.activities.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.failure.RemoteException;
import io.weft.activities.mapping.Mappings;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An account and its address are two requests: what the second one's failure says of the first. */
class AccountRecordsTest {
  private static final SyncObjectName NAME = SyncObjectName.ACCOUNT_CUSTOMER;
  private static final RecordRef ACCOUNT =
      RecordRef.creatio(NAME, "8b2e0244-5e4b-40f5-bf8c-59bb003553c1");
  private static final Fields ADDRESS = Fields.of("Email", new Value.Text("desk@alpha.example"));
  private static final Fields BOTH = ADDRESS.with(Fields.of("Name", new Value.Text("Alpha")));

  private final List<String> written = new ArrayList<>();
  private final AccountRecords records =
      new AccountRecords(
          throttlingAddresses(), new AccountRows(Mappings.shipped(NAME, "Usr"), Map.of()), false);

  @Test
  void aNewAccountWithoutItsAddressIsNotNothing() {
    assertThat(catchThrowable(() -> records.create(ACCOUNT, BOTH)))
        .isInstanceOfSatisfying(RemoteException.Unavailable.class, AccountRecordsTest::leavesOpen);
    assertThat(written).containsExactly("create Account");
  }

  @Test
  void aChangedAccountWithoutItsAddressIsNotNothing() {
    assertThat(catchThrowable(() -> records.update(seen(), BOTH)))
        .isInstanceOfSatisfying(RemoteException.Unavailable.class, AccountRecordsTest::leavesOpen);
    assertThat(written).containsExactly("patch Account");
  }

  @Test
  void anAddressAloneThatIsTurnedAwayIsNothing() {
    assertThat(catchThrowable(() -> records.update(seen(), ADDRESS)))
        .isInstanceOf(RemoteException.Throttled.class);
    assertThat(written).isEmpty();
  }

  private static void leavesOpen(RemoteException.Unavailable failure) {
    assertThat(failure.sent()).isTrue();
    assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
  }

  private static Snapshot seen() {
    return new Snapshot(ACCOUNT, Fields.none(), null, null, null);
  }

  private CreatioClient throttlingAddresses() {
    Object client =
        Proxy.newProxyInstance(
            CreatioClient.class.getClassLoader(),
            new Class<?>[] {CreatioClient.class},
            (self, method, args) -> {
              if (args[0].equals("AccountCommunication")) {
                throw new RemoteException.Throttled(
                    Side.CREATIO, "call", "slow down", Duration.ofSeconds(7));
              }
              written.add(method.getName() + " " + args[0]);
              return null;
            });
    return CreatioClient.class.cast(client);
  }
}

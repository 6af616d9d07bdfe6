package io.weft.activities.poll;

import io.weft.activities.http.Row;
import io.weft.activities.store.Incoming;
import io.weft.activities.value.Columns;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Values;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Accounts and customers that have nothing but a name. */
public final class Readers {
  private static final SyncObjectName OBJECT = SyncObjectName.ACCOUNT_CUSTOMER;

  private Readers() {}

  /** Rows of {@code CustomersV3}. */
  public static RowReader customers() {
    return reader("CustomerAccount", "OrganizationName");
  }

  /** Rows of {@code Account}. */
  public static RowReader accounts() {
    return reader("Id", "Name");
  }

  public static D365Table customers(FakeD365 d365, String legalEntity) {
    return new D365Table(
        d365, "CustomersV3", "CustomerAccount", new LegalEntity(legalEntity), customers());
  }

  public static CreatioTable accounts(FakeCreatio creatio) {
    return new CreatioTable(creatio, "Account", accounts());
  }

  public static RecordRef customer(String legalEntity, String number) {
    return RecordRef.d365(OBJECT, new LegalEntity(legalEntity), number);
  }

  public static RecordRef account(int number) {
    return RecordRef.creatio(OBJECT, FakeCreatio.id(number));
  }

  /** Hints as they are, nothing switched off. */
  public static News news(Clock clock) {
    return new News(Origin.POLLER, clock, (hint, digest) -> new Incoming(hint, digest, null));
  }

  private static RowReader reader(String key, String name) {
    return new RowReader() {
      @Override
      public Columns columns() {
        return Columns.of("dataAreaId", key, name);
      }

      @Override
      public RecordRef ref(Row row) {
        String legalEntity = row.text("dataAreaId");
        String text = String.valueOf(row.text(key));
        return legalEntity == null
            ? RecordRef.creatio(OBJECT, text)
            : RecordRef.d365(OBJECT, new LegalEntity(legalEntity), text);
      }

      @Override
      public Fields fields(Row row) {
        return Fields.of(name, Values.text(unreadable(row.text(name))));
      }
    };
  }

  private static @Nullable String unreadable(@Nullable String text) {
    if ("broken".equals(text)) {
      throw new IllegalArgumentException("'broken' is no name");
    }
    return text;
  }
}

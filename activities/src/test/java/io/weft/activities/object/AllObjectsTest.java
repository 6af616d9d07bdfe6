package io.weft.activities.object;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AllObjectsTest {
  private static final LegalEntity USMF = new LegalEntity("usmf");
  private final AllObjects objects =
      new AllObjects(Map.of(SyncObjectName.ACCOUNT_CUSTOMER, new Named("accounts")));

  /** Says who was asked. */
  private record Named(String name) implements SyncObjects {
    @Override
    public SyncObject of(SyncObjectName object, LegalEntity legalEntity) {
      throw new IllegalArgumentException(name + " " + legalEntity);
    }

    @Override
    public SyncObject arriving(RecordRef record) {
      throw new IllegalArgumentException(name + " " + record.key());
    }
  }

  @Test
  void asksTheRoomOfTheObject() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> objects.of(SyncObjectName.ACCOUNT_CUSTOMER, USMF))
        .withMessage("accounts usmf");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> objects.arriving(RecordRef.d365(SyncObjectName.ACCOUNT_CUSTOMER, USMF, "C-1")))
        .withMessage("accounts C-1");
  }

  @Test
  void saysWhatIsSwitchedOff() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> objects.of(SyncObjectName.CONTACT, USMF))
        .withMessageContaining("objects.contact");
  }
}

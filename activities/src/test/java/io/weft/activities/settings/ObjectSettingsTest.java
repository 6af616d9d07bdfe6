package io.weft.activities.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.Direction;
import io.weft.activities.object.Mode;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which objects are on where, and by which mappings they go. */
class ObjectSettingsTest {
  private static final LegalEntity USMF = new LegalEntity("usmf");
  private static final LegalEntity DEMF = new LegalEntity("demf");
  private static final SyncObjectName ACCOUNT = SyncObjectName.ACCOUNT_CUSTOMER;

  @Test
  void leavesEveryObjectOffThatIsNotNamed() {
    ObjectSettings objects = SettingsText.minimal().read().objects();

    assertThat(objects.mode(ACCOUNT, USMF)).isEqualTo(Mode.WRITE);
    assertThat(objects.mode(SyncObjectName.CONTACT, USMF)).isEqualTo(Mode.OFF);
    assertThat(objects.mode(ACCOUNT, DEMF)).isEqualTo(Mode.OFF);
    assertThat(objects.direction(ACCOUNT, USMF)).isEqualTo(Direction.BOTH);
    assertThat(objects.policy(ACCOUNT, USMF)).isEmpty();
    assertThat(objects.active()).containsExactly(ACCOUNT);
  }

  @Test
  void knowsTheMappingOfAnObjectWhoseModeIsOff() {
    WeftSettings settings = SettingsText.minimal().replace("mode: write", "mode: off").read();

    assertThat(settings.objects().active()).isEmpty();
    assertThat(settings.mappings().of(ACCOUNT).everywhere().rules()).isNotEmpty();
    assertThat(settings.mappings().all()).containsOnlyKeys(ACCOUNT);
  }

  @Test
  void onlyObservesAnObjectThatNamesNoMode() {
    ObjectSettings objects =
        SettingsText.minimal().replace("mode: write", "enabled: true").read().objects();

    assertThat(objects.mode(ACCOUNT, USMF)).isEqualTo(Mode.OBSERVE);
  }

  @Test
  void readsSwitchesByLegalEntity() {
    ObjectSettings objects =
        SettingsText.minimal()
            .replace("    currency: USD\n", "    currency: USD\n  demf: {currency: EUR}\n")
            .replace(
                "    mode: write\n",
                """
                    mode: {usmf: freeze, others: observe}
                    direction: {demf: to-d365}
                    policy: {usmf: creatio-wins, demf: ask}
                    pollInterval: {demf: 2m}
                """)
            .read()
            .objects();

    assertThat(objects.mode(ACCOUNT, USMF)).isEqualTo(Mode.FREEZE);
    assertThat(objects.mode(ACCOUNT, DEMF)).isEqualTo(Mode.OBSERVE);
    assertThat(objects.direction(ACCOUNT, USMF)).isEqualTo(Direction.BOTH);
    assertThat(objects.direction(ACCOUNT, DEMF)).isEqualTo(Direction.TO_D365);
    assertThat(objects.policy(ACCOUNT, DEMF)).contains(ConflictPolicy.ASK);
    assertThat(objects.pollInterval(ACCOUNT, USMF)).isEmpty();
    assertThat(objects.pollInterval(ACCOUNT, DEMF)).contains(Duration.ofMinutes(2));
  }

  @Test
  void putsValueMapsAndOwnersIntoTheMappings() {
    WeftSettings settings =
        SettingsText.minimal()
            .replace("    currency: USD\n", "    currency: USD\n  demf: {currency: EUR}\n")
            .add(
                """
                valueMaps:
                  paymentTerms:
                    usmf: {30 days: Net30}
                    others: {30 days: N030, 10 days: N010}
                owners:
                  Mary Smith: "000042"
                """)
            .read();

    assertThat(code(settings, USMF, "paymentTerms", "30 days")).contains("Net30");
    assertThat(code(settings, USMF, "paymentTerms", "10 days")).contains("N010");
    assertThat(code(settings, DEMF, "paymentTerms", "30 days")).contains("N030");
    assertThat(code(settings, DEMF, "paymentTerms", "N099")).contains("N099");
    assertThat(code(settings, USMF, "owner", "mary smith")).contains("000042");
  }

  private static Optional<String> code(
      WeftSettings settings, LegalEntity legalEntity, String field, String word) {
    return settings
        .mappings()
        .of(ACCOUNT)
        .of(legalEntity)
        .rule(field)
        .orElseThrow()
        .conversion()
        .values()
        .code(word);
  }

  @Test
  void readsTheMappingFileBesideIt() {
    WeftSettings settings =
        SettingsText.minimal()
            .file(
                "mappings/account-customer.yaml",
                """
                object: account-customer
                everywhere:
                  fields:
                    phone: {direction: to-d365}
                """)
            .read();

    assertThat(settings.mappings().of(ACCOUNT).of(USMF).rule("phone").orElseThrow().direction())
        .isEqualTo(Direction.TO_D365);
  }
}

package io.weft.activities.settings;

import static io.weft.workflows.record.SyncObjectName.ACCOUNT_CUSTOMER;
import static io.weft.workflows.record.SyncObjectName.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.window.Windows;
import io.weft.workflows.load.LoadActivities.WindowState;
import io.weft.workflows.record.LegalEntity;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WindowSettingsTest {
  private static final LegalEntity USMF = new LegalEntity("usmf");
  private static final LegalEntity DEMF = new LegalEntity("demf");
  private static final Instant WEDNESDAY_NOON = Instant.parse("2026-06-10T12:00:00Z");

  @Test
  void withoutWindowsLoadsMayAlwaysWork() {
    assertThat(read("").of(ACCOUNT_CUSTOMER, USMF)).isSameAs(Windows.ALWAYS);
    assertThat(read("windows: always").of(CONTACT, DEMF)).isSameAs(Windows.ALWAYS);
  }

  @Test
  void neverIsAWordToo() {
    assertThat(read("windows: never").of(ACCOUNT_CUSTOMER, USMF)).isSameAs(Windows.NEVER);
  }

  @Test
  void aWindowIsReadByTheClockOfItsZoneOrOfTheLegalEntity() {
    WindowSettings settings = read("windows: [{from: '20:00', to: 6:00}]");
    WindowSettings zoned = read("windows: [{from: '20:00', to: '06:00', timeZone: Asia/Tokyo}]");

    assertThat(at(settings, USMF)).isEqualTo(new WindowState(false, hour(20)));
    assertThat(at(settings, DEMF)).isEqualTo(new WindowState(false, hour(18)));
    assertThat(at(zoned, DEMF)).isEqualTo(new WindowState(true, hour(21)));
  }

  @Test
  void aWindowAppliesToWhatItNames() {
    WindowSettings settings =
        read(
            """
            windows:
              - {from: "20:00", to: "22:00", legalEntities: [usmf]}
              - {from: "11:00", to: "24:00", objects: [contact], legalEntities: usmf}
            """);

    assertThat(at(settings, USMF)).isEqualTo(new WindowState(false, hour(20)));
    assertThat(settings.of(CONTACT, USMF).at(WEDNESDAY_NOON))
        .isEqualTo(new WindowState(true, hour(24)));
    assertThat(settings.of(ACCOUNT_CUSTOMER, DEMF)).isSameAs(Windows.ALWAYS);
  }

  @Test
  void daysAreNamed() {
    WindowSettings settings =
        read("windows: [{days: [saturday, sunday], from: '00:00', to: '24:00'}]");

    assertThat(at(settings, USMF).until()).isEqualTo(Instant.parse("2026-06-13T00:00:00Z"));
  }

  private static WindowState at(WindowSettings settings, LegalEntity legalEntity) {
    return settings.of(ACCOUNT_CUSTOMER, legalEntity).at(WEDNESDAY_NOON);
  }

  private static Instant hour(int hour) {
    return Instant.parse("2026-06-10T00:00:00Z").plusSeconds(hour * 3600L);
  }

  private static WindowSettings read(String windows) {
    return SettingsText.minimal()
        .replace(
            "    currency: USD\n",
            "    currency: USD\n  demf: {currency: EUR, timeZone: Europe/Berlin}\n")
        .add(windows)
        .read()
        .windows();
  }
}

package io.weft.activities.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.mapping.MapLookUps;
import io.weft.activities.rule.Scope;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContactSettingsTest {
  private static final String CLIENT = "00783ef6-f36b-1410-a883-16d83cab0980";

  private static Scope.Take take(ContactSettings settings, String type) {
    return settings.scope().of(Fields.of("Type", new Value.Reference(type)), MapLookUps.NONE);
  }

  @Test
  void leavesOurOwnPeopleOut() {
    ContactSettings settings = SettingsText.minimal().read().contact();

    assertThat(take(settings, Scope.EMPLOYEE)).isEqualTo(Scope.Take.OUT);
    assertThat(take(settings, CLIENT)).isEqualTo(Scope.Take.IN);
    assertThat(settings.scope().of(Fields.none(), MapLookUps.NONE)).isEqualTo(Scope.Take.IN);
    assertThat(settings.inactiveColumn()).isEqualTo("UsrInactive");
    assertThat(settings.onMove()).isEqualTo(ContactSettings.OnMove.DEACTIVATE_OLD);
  }

  @Test
  void readsEveryName() {
    ContactSettings settings =
        SettingsText.minimal()
            .add(
                """
                contact:
                  scope: {rules: [{when: {Type: %s}, take: on-demand}], otherwise: out}
                  inactiveColumn: Left
                  accounts: keep-old
                """
                    .formatted(CLIENT))
            .read()
            .contact();

    assertThat(take(settings, CLIENT)).isEqualTo(Scope.Take.ON_DEMAND);
    assertThat(take(settings, Scope.EMPLOYEE)).isEqualTo(Scope.Take.OUT);
    assertThat(settings.inactiveColumn()).isEqualTo("Left");
    assertThat(settings.onMove()).isEqualTo(ContactSettings.OnMove.KEEP_OLD);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void namesEachProblem(String block, String problem) {
    assertThat(SettingsText.minimal().add("contact: {" + block + "}\n").problems())
        .singleElement()
        .asString()
        .startsWith("weft.yaml:23: contact.")
        .contains(problem);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("scope: {rules: [{when: {Typ: x}, take: in}]}", "Did you mean 'Type'"),
        Arguments.of("accounts: move", "contact.accounts 'move': is not known"),
        Arguments.of("account: x", "contact.account: is unknown"));
  }
}

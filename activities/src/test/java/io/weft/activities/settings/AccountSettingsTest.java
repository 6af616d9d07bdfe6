package io.weft.activities.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.rule.Routing;
import io.weft.activities.rule.Scope;
import io.weft.workflows.record.LegalEntity;
import org.junit.jupiter.api.Test;

/** Accounts, their numbers, and the rules about them. */
class AccountSettingsTest {
  private static final LegalEntity USMF = new LegalEntity("usmf");
  private static final LegalEntity DEMF = new LegalEntity("demf");

  @Test
  void sendsEverythingToTheOnlyLegalEntity() {
    assertThat(SettingsText.minimal().read().account().rules().routing())
        .isEqualTo(Routing.always(USMF));
  }

  @Test
  void readsEveryNameOfAccountsAndNumbers() {
    WeftSettings settings =
        SettingsText.minimal()
            .add(
                """
                account:
                  createOnDemand: false
                  leadingLegalEntity: USMF
                  onDeactivate: invoice
                  inactiveColumn: UsrInactive
                  approval: on
                  taxNumber: {field: TaxRegistrationId, required: true}
                numbering:
                  customer:
                    usmf: {prefix: W, digits: 5, first: 10, last: 99999}
                """)
            .read();

    AccountSettings account = settings.account();
    assertThat(account.createOnDemand()).isFalse();
    assertThat(account.leadingLegalEntity()).isEqualTo(USMF);
    assertThat(account.inactive())
        .isEqualTo(new AccountSettings.Inactive("UsrInactive", AccountSettings.Hold.INVOICE));
    assertThat(account.inactive().hold().word()).contains("Invoice");
    assertThat(account.approval()).isEqualTo(AccountSettings.Approval.ON);
    assertThat(account.taxNumber())
        .isEqualTo(new AccountSettings.TaxNumber("TaxRegistrationId", true));
    assertThat(settings.numbering().customer(USMF))
        .satisfies(
            range -> {
              assertThat(range.prefix()).isEqualTo("W");
              assertThat(range.digits()).isEqualTo(5);
              assertThat(range.first()).isEqualTo(10);
              assertThat(range.last()).isEqualTo(99999);
            });
  }

  @Test
  void readsTheRulesAboutAccounts() {
    AccountSettings account =
        SettingsText.minimal()
            .replace("    currency: USD\n", "    currency: USD\n  demf: {currency: EUR}\n")
            .add(
                """
                account:
                  scope:
                    rules:
                      - {when: {Zip: "10115"}, take: in}
                    otherwise: out
                  routing:
                    rules:
                      - {when: {UsrBusinessUnit: [North, West]}, to: [demf, usmf]}
                    otherwise: usmf
                  terms:
                    demf:
                      - {when: {UsrBusinessUnit: North}, set: {PaymentTerms: N030}}
                customer:
                  scope:
                    rules:
                      - {when: {CustomerGroupId: "90"}, take: out}
                    otherwise: in
                """)
            .read()
            .account();

    assertThat(account.scope().otherwise()).isEqualTo(Scope.Take.OUT);
    assertThat(account.customerScope().table().rows()).hasSize(1);
    assertThat(account.rules().routing().table().rows().get(0).then()).containsExactly(DEMF, USMF);
    assertThat(account.rules().routing().otherwise()).containsExactly(USMF);
    assertThat(account.rules().terms().byLegalEntity()).containsOnlyKeys(DEMF);
  }
}

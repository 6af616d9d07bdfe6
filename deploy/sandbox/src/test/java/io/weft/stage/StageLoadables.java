package io.weft.stage;

import io.weft.activities.account.AccountCustomer;
import io.weft.activities.contact.Contacts;
import io.weft.activities.load.Loadable;
import io.weft.activities.load.Loadables;
import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.store.sql.SqlStores;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be loaded on a stage: accounts, and contacts where the settings name them. */
final class StageLoadables implements Loadables {
  private final AccountCustomer accounts;
  private final Optional<Contacts> contacts;

  StageLoadables(ObjectStage stage, Clock clock) {
    SqlStores stores = stage.stores();
    this.accounts =
        new AccountCustomer(
            stage.settings(),
            stage.systems().creatio(),
            stage.systems().d365(),
            stores.links(),
            stores.facts(),
            clock);
    this.contacts =
        Contacts.isEnabled(stage.settings())
            ? Optional.of(
                new Contacts(
                    stage.settings(),
                    stage.systems().creatio(),
                    stage.systems().d365(),
                    stores.links(),
                    accounts,
                    clock))
            : Optional.empty();
  }

  @Override
  public Loadable of(
      SyncObjectName object, LegalEntity legalEntity, @Nullable ConflictPolicy policy) {
    return object == SyncObjectName.CONTACT
        ? contacts.orElseThrow().loadable(legalEntity, policy)
        : accounts.loadable(legalEntity, policy);
  }
}

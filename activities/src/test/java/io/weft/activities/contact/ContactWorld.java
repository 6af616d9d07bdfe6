package io.weft.activities.contact;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.d365.D365Client;
import io.weft.activities.http.Metadata;
import io.weft.activities.http.Page;
import io.weft.activities.mapping.MapLookUps;
import io.weft.activities.object.SyncObject;
import io.weft.activities.object.SyncObjects;
import io.weft.activities.rule.Scope;
import io.weft.activities.settings.ContactSettings.OnMove;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkChange;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.LinkWanted;
import io.weft.activities.store.memory.MemoryStores;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Linked accounts and a contact, with both systems away from anything but links. */
final class ContactWorld {
  static final LegalEntity USMF = new LegalEntity("usmf");
  static final LegalEntity DEMF = new LegalEntity("demf");
  static final String CONTACT = "cccccccc-0000-4000-8000-000000000001";
  static final String ACME = "aaaaaaaa-0000-4000-8000-000000000001";
  static final String OTHER = "aaaaaaaa-0000-4000-8000-000000000002";

  final MemoryStores stores = new MemoryStores(Clock.systemUTC());
  final LinkStore links = stores.links();
  final Customers customers = new Customers(new NoAccounts(), links, silent(D365Client.class));
  final ContactScope scope = new ContactScope(Scope.contacts(), "UsrInactive", MapLookUps.NONE);

  ContactHome home(OnMove onMove) {
    return new ContactHome(customers, links, onMove);
  }

  /** Both systems know of nothing. */
  static <T> T silent(Class<T> client) {
    Object answers =
        Proxy.newProxyInstance(
            client.getClassLoader(),
            new Class<?>[] {client},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "query" -> new Page(List.of(), null, null);
                  case "metadata" -> new Metadata(Map.of());
                  default -> Optional.empty();
                });
    return client.cast(answers);
  }

  static CreatioClient creatio() {
    return silent(CreatioClient.class);
  }

  Link account(String id, LegalEntity legalEntity, String party, LinkState state) {
    return link(SyncObjectName.ACCOUNT_CUSTOMER, id, legalEntity, "C-" + party, party, state);
  }

  Link contact(LegalEntity legalEntity, String key, LinkState state) {
    return link(SyncObjectName.CONTACT, CONTACT, legalEntity, key, "", state);
  }

  private Link link(
      SyncObjectName object,
      String id,
      LegalEntity legalEntity,
      String key,
      String party,
      LinkState state) {
    PairId pair = new PairId(object, legalEntity, id);
    boolean leading = legalEntity.equals(USMF);
    links.link(
        new LinkWanted(
            pair,
            key,
            party.isEmpty() ? null : party,
            null,
            Side.CREATIO,
            leading,
            state != LinkState.RESERVED,
            List.of()));
    Link made = links.find(pair).orElseThrow();
    return made.state() == state ? made : links.change(made, LinkChange.to(state));
  }

  static Snapshot contactOf(String account) {
    Fields fields =
        account.isEmpty()
            ? Fields.of("Name", new Value.Text("Eva Stone"))
            : Fields.of("Account", new Value.Reference(account));
    return new Snapshot(
        RecordRef.creatio(SyncObjectName.CONTACT, CONTACT), fields, null, null, null);
  }

  static Snapshot personOf(String party, boolean inactive) {
    Fields fields =
        Fields.of(PersonRows.OF, new Value.Code(party))
            .with(PersonRows.INACTIVE, new Value.Flag(inactive));
    return new Snapshot(
        RecordRef.d365(SyncObjectName.CONTACT, USMF, "000017"), fields, "etag", null, null);
  }

  private static final class NoAccounts implements SyncObjects {
    @Override
    public SyncObject of(SyncObjectName object, LegalEntity legalEntity) {
      throw new IllegalArgumentException("no accounts here");
    }

    @Override
    public SyncObject arriving(RecordRef record) {
      throw new IllegalArgumentException("no accounts here");
    }
  }
}

package io.weft.activities.account;

import io.weft.activities.mapping.LookUps;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.Provisional;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The look-ups of a legal entity, in which contacts carry the numbers of their contact persons as
 * their links have them. The column in Creatio holds one legal entity's only, and look-ups are kept
 * for minutes: a contact that has just been linked would not be known.
 */
final class LinkedContacts implements LookUps {
  static final String TABLE = "Contact";
  static final String NUMBER = "UsrD365ContactId";

  private final LookUps others;
  private final LinkStore links;
  private final LegalEntity legalEntity;

  LinkedContacts(LookUps others, LinkStore links, LegalEntity legalEntity) {
    this.others = others;
    this.links = links;
    this.legalEntity = legalEntity;
  }

  @Override
  public Optional<Entry> byId(String table, String id) {
    Optional<Entry> entry = others.byId(table, id);
    return table.equals(TABLE) ? entry.map(this::numbered) : entry;
  }

  @Override
  public List<Entry> byColumn(String table, String column, String text) {
    return table.equals(TABLE) && column.equals(NUMBER)
        ? linked(text)
        : others.byColumn(table, column, text);
  }

  @Override
  public boolean hasCode(String list, String code) {
    return others.hasCode(list, code);
  }

  private Entry numbered(Entry contact) {
    Map<String, String> columns = new LinkedHashMap<>(contact.columns());
    PairId pair =
        new PairId(SyncObjectName.CONTACT, legalEntity, contact.id().toLowerCase(Locale.ROOT));
    columns.put(NUMBER, links.find(pair).filter(this::isKnown).map(Link::d365Key).orElse(""));
    return new Entry(contact.id(), columns);
  }

  private List<Entry> linked(String number) {
    RecordRef person = RecordRef.d365(SyncObjectName.CONTACT, legalEntity, number);
    return links.linksOf(person).stream()
        .filter(this::isKnown)
        .map(link -> new Entry(link.record(Side.CREATIO).key(), Map.of(NUMBER, number)))
        .toList();
  }

  private boolean isKnown(Link link) {
    return link.state() == LinkState.LIVE && !Provisional.is(link.d365Key());
  }
}

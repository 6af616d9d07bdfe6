package io.weft.activities.store.sql;

import io.weft.activities.store.Link;
import io.weft.activities.store.LinkChange;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.LinkWanted;
import io.weft.activities.store.Linking;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

final class SqlLinkStore implements LinkStore {
  private final Database database;
  private final LinkRows links;
  private final LinkMaking making;
  private final Numbers numbers;

  SqlLinkStore(Wiring wiring) {
    this.database = wiring.database();
    this.links = new LinkRows(wiring);
    this.making = new LinkMaking(wiring);
    this.numbers = new Numbers(wiring);
  }

  @Override
  public List<Link> linksOf(RecordRef record) {
    return database.read(handle -> links.of(handle, record));
  }

  @Override
  public Optional<Link> find(PairId pair) {
    return database.read(handle -> links.find(handle, pair));
  }

  @Override
  public List<Link> byParty(String partyNumber) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM link WHERE party = :party ORDER BY leads DESC, pair")
                .bind("party", partyNumber)
                .map((row, context) -> LinkRows.read(row))
                .list());
  }

  @Override
  public Optional<RecordRef> byGuid(String dataverseGuid) {
    String guid = dataverseGuid.toLowerCase(Locale.ROOT);
    return database.read(handle -> linkByGuid(handle, guid).or(() -> feedGuid(handle, guid)));
  }

  private static Optional<RecordRef> linkByGuid(Handle handle, String guid) {
    return handle
        .createQuery("SELECT * FROM link WHERE guid = :guid ORDER BY pair LIMIT 1")
        .bind("guid", guid)
        .map((row, context) -> LinkRows.read(row).record(Side.D365))
        .findOne();
  }

  private static Optional<RecordRef> feedGuid(Handle handle, String guid) {
    return handle
        .createQuery("SELECT object, side, le, record_key FROM feed_guid WHERE guid = :guid")
        .bind("guid", guid)
        .map((row, context) -> HintRows.record(row))
        .findOne();
  }

  @Override
  public Linking link(LinkWanted wanted) {
    return making.link(wanted);
  }

  @Override
  public List<Linking> linkAll(List<LinkWanted> wanted) {
    return making.linkAll(wanted);
  }

  @Override
  public Link change(Link seen, LinkChange change) {
    return database.write(handle -> links.change(handle, seen, change));
  }

  @Override
  public Linking move(Link seen, String survivorId) {
    return making.move(seen, survivorId);
  }

  @Override
  public String number(PairId pair, NumberRange range) {
    return numbers.number(pair, null, range);
  }

  @Override
  public List<String> numbers(List<PairId> pairs, NumberRange range) {
    return numbers.all(pairs, range);
  }

  @Override
  public String nextNumber(PairId pair, String refused, NumberRange range) {
    return numbers.number(pair, refused, range);
  }

  @Override
  public List<Link> beingMade(SyncObjectName object, LegalEntity legalEntity) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT l.* FROM link l JOIN intent i ON i.pair = l.pair
                    WHERE i.outcome IS NULL AND i.kind = 'CREATE' AND i.side = 'D365'
                      AND l.object = :object AND l.le = :le
                    ORDER BY l.pair
                    """)
                .bind("object", object.slug())
                .bind("le", legalEntity.id())
                .map((row, context) -> LinkRows.read(row))
                .list());
  }

  @Override
  public List<Link> list(@Nullable LinkState state, @Nullable PairId after, int limit) {
    String ofState = state == null ? "" : " AND state = '" + state.name() + "'";
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM link WHERE pair > :after"
                        + ofState
                        + " ORDER BY pair LIMIT :limit")
                .bind("after", after == null ? "" : after.path())
                .bind("limit", limit)
                .map((row, context) -> LinkRows.read(row))
                .list());
  }

  @Override
  public boolean part(PairId pair) {
    return database.write(handle -> links.part(handle, pair));
  }
}

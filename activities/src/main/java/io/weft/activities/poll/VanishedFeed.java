package io.weft.activities.poll;

import io.weft.activities.store.FeedStore.Lease;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.LinkStore;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds deletions that nobody announces, by comparing the keys that are there with the linked ones.
 * A round is one read, because its proof of completeness cannot be carried over a break; see {@link
 * Absence} for when it does nothing.
 */
public final class VanishedFeed implements Feed {
  private final String name;
  private final Duration interval;
  private final Absence absence;
  private final News news;

  private VanishedFeed(String name, Duration interval, Absence absence, News news) {
    this.name = name;
    this.interval = interval;
    this.absence = absence;
    this.news = news;
  }

  /** Deletions in Creatio; {@code accounts} reads keys only. */
  public static VanishedFeed creatio(
      String name, Duration interval, Table accounts, Linked linked, News news) {
    Absence absence = new Absence(accounts, linked.links(), linked.object(), Side.CREATIO, null);
    return new VanishedFeed(name, interval, absence, news);
  }

  /** Deletions in one legal entity of D365; {@code customers} reads keys only. */
  public static VanishedFeed d365(
      String name, Duration interval, Table customers, Linked linked, News news) {
    Absence absence =
        new Absence(customers, linked.links(), linked.object(), Side.D365, linked.legalEntity());
    return new VanishedFeed(name, interval, absence, news);
  }

  /** Whose links are compared; the legal entity is null for Creatio. */
  public record Linked(LinkStore links, SyncObjectName object, @Nullable LegalEntity legalEntity) {}

  @Override
  public String name() {
    return name;
  }

  @Override
  public Duration interval() {
    return interval;
  }

  @Override
  public FeedPage read(Lease lease, Beat beat) {
    Absence.Found found = absence.look(beat);
    List<Incoming> hints = found.gone().stream().map(news::gone).toList();
    return new FeedPage(
        news.now().toString(), hints, Map.of(), true, found.read(), found.problem());
  }
}

package io.weft.worker.gateway;

import io.weft.activities.hint.HandOver;
import io.weft.activities.hint.Intake;
import io.weft.activities.hint.Tally;
import io.weft.activities.store.StoredHint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What happens to every request of a sender, whoever it is: let in, read, stored, told onward. The
 * answer may go out once {@link #receive} returns, because then the hints are safe.
 */
final class Reception {
  private final WebhookAuth auth;
  private final ReplayMemory replays;
  private final Intake intake;
  private final HandOver handOver;
  private final Orphans orphans;
  private final int maxHints;

  Reception(
      WebhookAuth auth,
      ReplayMemory replays,
      Intake intake,
      HandOver handOver,
      Orphans orphans,
      int maxHints) {
    this.auth = auth;
    this.replays = replays;
    this.intake = intake;
    this.handOver = handOver;
    this.orphans = orphans;
    this.maxHints = maxHints;
  }

  /**
   * What a request came to.
   *
   * @param asking events whose record is asked for now
   */
  record Receipt(int hints, int asking, int unknown, boolean repeated) {}

  /**
   * Takes one request.
   *
   * @throws WebhookAuth.Stranger if the caller does not prove itself
   * @throws BadEvent if the body cannot be read; nothing of it is stored then
   * @throws io.weft.activities.store.StoreException.Unavailable if the hints could not be stored
   */
  Receipt receive(EventReader reader, WebhookRequest request) {
    Optional<String> id = admit(reader, request);
    if (id.isPresent() && replays.knows(id.get())) {
      return new Receipt(0, 0, 0, true);
    }
    EventReader.Reading reading = read(reader, request);
    List<StoredHint> stored = intake.accept(reading.hints());
    id.ifPresent(replays::remember);
    int asking = (int) reading.orphans().stream().filter(orphans::take).count();
    int unknown = reading.unknown() + reading.orphans().size() - asking;
    intake.count(reader.origin(), Tally.What.UNKNOWN, unknown);
    handOver.soon(stored);
    return new Receipt(stored.size(), asking, unknown, false);
  }

  private Optional<String> admit(EventReader reader, WebhookRequest request) {
    try {
      return auth.admit(request);
    } catch (WebhookAuth.Stranger e) {
      intake.count(reader.origin(), Tally.What.REFUSED, 1);
      throw e;
    }
  }

  private EventReader.Reading read(EventReader reader, WebhookRequest request) {
    try {
      // JSON between systems is UTF-8 (RFC 8259); a byte order mark may be ignored.
      String body = new String(request.body(), StandardCharsets.UTF_8);
      String text = body.startsWith("\uFEFF") ? body.substring(1) : body;
      return reader.readAll(EventNode.parse(text, maxHints));
    } catch (BadEvent e) {
      intake.count(reader.origin(), Tally.What.REFUSED, 1);
      throw e;
    }
  }
}

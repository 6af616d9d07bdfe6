package io.weft.bench;

import io.weft.stage.Await;
import io.weft.stage.NotSeen;
import io.weft.stage.Users;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** People who go on with their work on companies that a load has linked, while it goes on. */
final class Beside {
  /** So many linked companies are worth beginning with. */
  static final int ENOUGH = 200;

  private static final Duration SLICE = Duration.ofSeconds(5);
  private static final Duration ARRIVAL = Duration.ofMinutes(2);

  private final LoadGround ground;
  private final int rate;
  private final List<Edits.Edit> typed = new ArrayList<>();
  private volatile boolean over;
  private CompletableFuture<Void> work = CompletableFuture.completedFuture(null);
  private boolean begun;

  /**
   * @param rate edits a second; 0 for nobody
   */
  Beside(LoadGround ground, int rate) {
    this.ground = ground;
    this.rate = rate;
  }

  /** Begins once; to be called as soon as enough is linked. */
  void begin() {
    if (rate > 0 && !begun) {
      begun = true;
      work = CompletableFuture.runAsync(this::edit);
    }
  }

  /** Whether people are working. */
  boolean isUnderWay() {
    return begun && !over;
  }

  private void edit() {
    Users users = new Users(ground.control());
    Edits edits = new Edits(users, Pairs.linked(users, ENOUGH));
    while (!over) {
      typed.addAll(edits.drive(Edits.Where.BOTH, rate, SLICE));
    }
  }

  /**
   * Ends the work and waits for what is on its way.
   *
   * @throws NotSeen if people were to work beside the load and it was over too soon
   */
  Arrivals end() {
    over = true;
    work.join();
    if (rate > 0 && typed.isEmpty()) {
      throw new NotSeen("the load was over before anybody could edit beside it");
    }
    if (rate == 0) {
      return new Arrivals(List.of(), List.of(), 0); // and no look at the journal of a million
    }
    Await.until(ARRIVAL, "every edit on the other side", () -> read().missing() == 0);
    return read();
  }

  private Arrivals read() {
    return Arrivals.of(typed, ground.journal().after(0));
  }
}

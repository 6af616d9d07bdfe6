package io.weft.activities.settings;

import io.weft.activities.yaml.YamlNode;
import java.time.Duration;

/**
 * How much is asked of one system, by all workers together.
 *
 * @param concurrency requests at the same time
 * @param perSecond requests begun in a second
 * @param maxWait how long a request waits for its turn before it is put off
 * @param workers how many workers there are; each takes its part of the other two
 */
public record Ceilings(int concurrency, int perSecond, Duration maxWait, int workers) {
  /** Creatio never complains, so the ceiling is what keeps it well. */
  static final Ceilings CREATIO = new Ceilings(12, 50, Duration.ofSeconds(20), 1);

  /** D365 says when it is too much. */
  static final Ceilings D365 = new Ceilings(52, 50, Duration.ofSeconds(20), 1);

  /** Beyond this D365 refuses requests of one application; Creatio suffers long before. */
  private static final int AT_ONCE = 52;

  static Ceilings read(YamlNode node, Ceilings standard) {
    Ceilings ceilings =
        new Ceilings(
            node.positiveInt("concurrency", standard.concurrency),
            node.positiveInt("perSecond", standard.perSecond),
            node.duration("maxWait", standard.maxWait),
            node.positiveInt("workers", standard.workers));
    if (ceilings.concurrency > AT_ONCE) {
      node.child("concurrency").problem("is more than a system takes at once", "Write 52 or less");
    }
    if (ceilings.workers > Math.min(ceilings.concurrency, ceilings.perSecond)) {
      node.child("workers")
          .problem(
              "is more than the ceilings allow", "Raise concurrency and perSecond to it at least");
    }
    node.done();
    return ceilings;
  }
}

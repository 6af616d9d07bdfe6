package io.weft.activities.settings;

import io.weft.activities.yaml.YamlNode;
import java.time.Duration;

/**
 * How much one process asks of one system.
 *
 * @param concurrency requests at the same time
 * @param perSecond requests begun in a second
 * @param maxWait how long a request waits for its turn before it is put off
 */
public record Ceilings(int concurrency, int perSecond, Duration maxWait) {
  private static final Ceilings STANDARD = new Ceilings(12, 50, Duration.ofSeconds(20));

  /** Beyond this D365 refuses requests of one application; Creatio suffers long before. */
  private static final int AT_ONCE = 52;

  static Ceilings read(YamlNode node) {
    Ceilings ceilings =
        new Ceilings(
            node.positiveInt("concurrency", STANDARD.concurrency),
            node.positiveInt("perSecond", STANDARD.perSecond),
            node.duration("maxWait", STANDARD.maxWait));
    if (ceilings.concurrency > AT_ONCE) {
      node.child("concurrency").problem("is more than a system takes at once", "Write 52 or less");
    }
    node.done();
    return ceilings;
  }
}

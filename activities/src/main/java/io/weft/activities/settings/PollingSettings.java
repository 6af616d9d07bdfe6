package io.weft.activities.settings;

import io.weft.activities.yaml.YamlNode;
import java.time.Duration;

/**
 * How the systems are followed behind the webhooks.
 *
 * @param interval how often a feed of D365 is followed where its object does not say
 * @param scanInterval how often a set without change tracking is read in full
 * @param sweepInterval how often Creatio is swept for changes
 * @param vanishedInterval how often deletions are looked for by comparing keys
 * @param overlap how far a sweep reaches back behind its watermark
 */
public record PollingSettings(
    Duration interval,
    Duration scanInterval,
    Duration sweepInterval,
    Duration vanishedInterval,
    Duration overlap) {
  static PollingSettings read(YamlNode node) {
    PollingSettings settings =
        new PollingSettings(
            node.duration("interval", Duration.ofSeconds(30)),
            node.duration("scanInterval", Duration.ofMinutes(30)),
            node.duration("sweepInterval", Duration.ofMinutes(5)),
            node.duration("vanishedInterval", Duration.ofDays(1)),
            node.duration("overlap", Duration.ofMinutes(5)));
    requireSecond(node, "interval", settings.interval);
    requireSecond(node, "scanInterval", settings.scanInterval);
    requireSecond(node, "sweepInterval", settings.sweepInterval);
    requireSecond(node, "vanishedInterval", settings.vanishedInterval);
    node.done();
    return settings;
  }

  private static void requireSecond(YamlNode node, String key, Duration duration) {
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      node.child(key).problem("is too short", "Write 1s or more");
    }
  }
}

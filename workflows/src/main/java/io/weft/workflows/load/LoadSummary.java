package io.weft.workflows.load;

import io.weft.workflows.load.LoadActivities.Ending;
import io.weft.workflows.record.Side;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a load has come and what it found, as the store knows. At most 20 entries in each list,
 * the most frequent first.
 *
 * @param phase null before the first
 * @param handled records handled in this phase so far, of {@code total}
 * @param counts a count that is missing is 0, or not known yet
 * @param outOfScope why records are left out, by reason
 * @param troubles what systems and rules refuse, by fingerprint
 * @param waiting which other object comes first, by its name; empty from workers that do not say
 * @param recordsPerMinute of this phase, over the last minutes; 0 while nothing is known
 * @param secondsLeft until the load is done, at present limits; of a complete plan: how long its
 *     load will take; null while nothing is known
 * @param ending null while it is open
 */
public record LoadSummary(
    LoadId load,
    boolean planOnly,
    LoadChoices choices,
    @Nullable LoadPhase phase,
    long handled,
    long total,
    Map<LoadCount, Long> counts,
    List<Group> outOfScope,
    List<Group> troubles,
    List<MissingCode> missingCodes,
    List<Group> waiting,
    long recordsPerMinute,
    @Nullable Long secondsLeft,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Ending ending) {
  /** How long each list may be. */
  public static final int LONGEST_LIST = 20;

  public LoadSummary {
    counts = Collections.unmodifiableMap(new TreeMap<>(counts)); // in the order of the enum
    outOfScope = List.copyOf(outOfScope);
    troubles = List.copyOf(troubles);
    missingCodes = List.copyOf(missingCodes);
    waiting = waiting == null ? List.of() : List.copyOf(waiting);
  }

  /** One count; 0 if it is not there. */
  public long count(LoadCount count) {
    return counts.getOrDefault(count, 0L);
  }

  /** The line under a load that is done: {@code 9 linked, 9 equal, 0 parked, 0 unexplained}. */
  public String conclusion() {
    return count(LoadCount.LINKED)
        + " linked, "
        + count(LoadCount.EQUAL)
        + " equal, "
        + count(LoadCount.PARKED)
        + " parked, "
        + count(LoadCount.UNEXPLAINED)
        + " unexplained";
  }

  /**
   * Records that share a reason.
   *
   * @param name short and stable: a fingerprint, or the name of a rule
   * @param what one sentence
   * @param remedy one sentence; null where nothing is to be done
   * @param example path of one of them
   */
  public record Group(
      String name, String what, @Nullable String remedy, long records, @Nullable String example) {}

  /**
   * A code that records use and a system does not have, or no value map translates.
   *
   * @param side where it is missing
   * @param field the field, by its name on that side
   * @param code the code
   * @param records how many use it
   */
  public record MissingCode(Side side, String field, String code, long records, String remedy) {}
}

package io.weft.activities.lookup;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.d365.D365Client;
import io.weft.activities.mapping.LookUps;
import io.weft.activities.mapping.Mapping;
import io.weft.workflows.record.LegalEntity;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The look-ups of each legal entity, the same for all that is done there: what was read is kept
 * once. Thread-safe.
 */
public final class SharedLookUps {
  private final CreatioClient creatio;
  private final D365Client d365;
  private final Clock clock;
  private final Map<LegalEntity, LookUps> kept = new ConcurrentHashMap<>();

  public SharedLookUps(CreatioClient creatio, D365Client d365, Clock clock) {
    this.creatio = creatio;
    this.d365 = d365;
    this.clock = clock;
  }

  /**
   * The look-ups of a legal entity.
   *
   * @param mapping the one in force there; asked for the first time only
   */
  public LookUps of(LegalEntity legalEntity, Mapping mapping) {
    return kept.computeIfAbsent(
        legalEntity,
        le -> {
          CodeLists codes = new CodeLists(d365.on(le), le, clock);
          return new RemoteLookUps(creatio.on(le), codes, mapping, clock);
        });
  }
}

package io.weft.activities.http;

import io.weft.activities.failure.RemoteException;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Keeps the model of a system for a day: it is large, slow to get, and changes with releases. */
public final class MetadataCache {
  private static final Duration KEPT = Duration.ofHours(24);

  private final Side system;
  private final Supplier<Answer> source;
  private final Clock clock;
  private @Nullable Metadata kept;
  private Instant since = Instant.EPOCH;

  public MetadataCache(Side system, Supplier<Answer> source, Clock clock) {
    this.system = system;
    this.source = source;
    this.clock = clock;
  }

  /** The model, at most a day old. One thread fetches, the others wait for it. */
  public synchronized Metadata get() {
    Metadata known = kept;
    if (known == null || clock.instant().isAfter(since.plus(KEPT))) {
      known = parsed(source.get());
      kept = known;
      since = clock.instant();
    }
    return known;
  }

  private Metadata parsed(Answer answer) {
    String call = answer.call().name();
    try {
      return Edmx.parse(answer.text());
    } catch (XMLStreamException e) {
      throw new RemoteException.Malformed(system, call, call + " is no readable model", e);
    }
  }
}

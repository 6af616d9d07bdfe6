package io.weft.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All tables of both tenants. Each tenant has one lock: any number of readers, or one writer. Rows
 * never change, so what {@link #read} returns may be rendered outside the lock.
 */
public final class World {
  private final Clock clock;
  private final SplittableRandom random;
  private final Storage storage;
  private final Journal journal;
  private final Map<String, Map<String, Table>> tables = new ConcurrentHashMap<>();
  private final Map<String, ReentrantReadWriteLock> locks = new ConcurrentHashMap<>();
  private final Map<String, Instant> lastStamps = new ConcurrentHashMap<>();

  private record Committed<T extends @Nullable Object>(Tx tx, T result) {}

  private volatile Function<String, Duration> skew = system -> Duration.ZERO;

  /** Makes an empty world in memory whose ids follow from a number. */
  public World(long seed, Clock clock) {
    this(seed, clock, Storage.inMemory());
  }

  /** Makes an empty world that is kept somewhere; whoever made the storage closes it. */
  public World(long seed, Clock clock, Storage storage) {
    this.clock = clock;
    this.storage = storage;
    this.journal = new Journal(storage.entries());
    this.random = new SplittableRandom(seed);
  }

  /** Sets how far each system's clock is off. */
  public void skew(Function<String, Duration> skew) {
    this.skew = skew;
  }

  /** Returns the ground truth. */
  public Journal journal() {
    return journal;
  }

  /** Adds a table, which is empty. */
  public synchronized Table add(Table table) {
    table.keepIn(storage.rows(table));
    Map<String, Table> next = new LinkedHashMap<>(tables.getOrDefault(table.system(), Map.of()));
    next.put(table.name(), table);
    tables.put(table.system(), next);
    return table;
  }

  /** Returns a table that must exist. */
  public Table table(String system, String name) {
    Table table = findTable(system, name);
    if (table == null) {
      throw new IllegalArgumentException("no table " + name + " in " + system);
    }
    return table;
  }

  /** Returns a table, null if there is none of that name. */
  public @Nullable Table findTable(String system, String name) {
    return tables.getOrDefault(system, Map.of()).get(name);
  }

  /** Returns the tables of a tenant, in the order they were added. */
  public List<Table> tables(String system) {
    return new ArrayList<>(tables.getOrDefault(system, Map.of()).values());
  }

  /** Returns the next id: a random UUID that follows from the seed. */
  public synchronized UUID newId() {
    long high = (random.nextLong() & ~0xf000L) | 0x4000L;
    long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  /** Returns the true time, which no fault bends. */
  public Instant trueTime() {
    return clock.instant();
  }

  /** Returns the time on a system's clock. */
  public Instant now(String system) {
    return clock.instant().plus(skew.apply(system));
  }

  /**
   * Returns a time stamp on a system's clock in milliseconds, later than all before it. A skewed
   * clock moves all stamps alike, so that a clock set back does go back.
   */
  public Instant stamp(String system) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant next =
        lastStamps.merge(
            system, now, (last, wanted) -> wanted.isAfter(last) ? wanted : last.plusMillis(1));
    return next.plus(skew.apply(system));
  }

  /** Runs work that only reads a tenant's tables. */
  public <T extends @Nullable Object> T read(String system, Supplier<T> work) {
    ReentrantReadWriteLock lock = lock(system);
    lock.readLock().lock();
    try {
      return work.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Runs a transaction on a tenant's tables; what it wrote stands, or none of it. */
  public <T extends @Nullable Object> T write(String system, Who who, Function<Tx, T> work) {
    return write(system, who, null, work);
  }

  /** As {@link #write(String, Who, Function)}, stamped with an earlier time if one is given. */
  public <T extends @Nullable Object> T write(
      String system, Who who, @Nullable Instant stamp, Function<Tx, T> work) {
    Committed<T> done = commit(system, who, stamp, work);
    done.tx().runAfterwards();
    return done.result();
  }

  private <T extends @Nullable Object> Committed<T> commit(
      String system, Who who, @Nullable Instant stamp, Function<Tx, T> work) {
    ReentrantReadWriteLock lock = lock(system);
    lock.writeLock().lock();
    try {
      Tx tx = new Tx(who, stamp == null ? stamp(system) : stamp, clock.instant());
      T result = attempt(tx, work);
      journal.append(tx.entries());
      return new Committed<>(tx, result);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private static <T extends @Nullable Object> T attempt(Tx tx, Function<Tx, T> work) {
    boolean done = false;
    try {
      T result = work.apply(tx);
      done = true;
      return result;
    } finally {
      if (!done) {
        tx.rollBack();
      }
    }
  }

  private ReentrantReadWriteLock lock(String system) {
    return locks.computeIfAbsent(system, any -> new ReentrantReadWriteLock());
  }
}

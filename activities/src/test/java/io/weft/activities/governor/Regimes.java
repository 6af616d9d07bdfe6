package io.weft.activities.governor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/**
 * The ways in which both systems, and the sandbox, are known to say or to hide that it is too much.
 */
final class Regimes {
  private static final long WINDOW = Regime.seconds(300);

  private Regimes() {}

  /** Work that takes about so long, a quarter more or less. */
  private static final class Work {
    private final Random random = new Random(7);
    private final double seconds;

    Work(double seconds) {
      this.seconds = seconds;
    }

    long next() {
      return Regime.seconds(seconds * (0.75 + random.nextDouble() / 2));
    }
  }

  /** Who comes back before the time he was told waits twice as long the next time. */
  private static final class Patience {
    private final Duration usual;
    private long until = Long.MIN_VALUE;
    private long last;

    Patience(Duration usual) {
      this.usual = usual;
    }

    boolean isTried(long now) {
      return now < until;
    }

    Regime.Reply refuse(long now) {
      long pause =
          isTried(now)
              ? Math.max(usual.toNanos(), Math.min(Regime.seconds(60), last * 2))
              : usual.toNanos();
      last = pause;
      until = now + pause;
      return Regime.Reply.refused(Duration.ofNanos(pause));
    }
  }

  /** So many requests, or so much of their time, in five minutes (sliding). */
  private abstract static class Sliding implements Regime {
    private final Deque<long[]> taken = new ArrayDeque<>();
    private final Work work;
    private final Patience patience;
    private final double limit;
    private double sum;

    Sliding(double limit, double seconds, Duration pause) {
      this.limit = limit;
      this.work = new Work(seconds);
      this.patience = new Patience(pause);
    }

    abstract double cost(long took);

    @Override
    public Reply arrive(long now, int underWay) {
      while (!taken.isEmpty() && taken.getFirst()[0] <= now - WINDOW) {
        sum -= cost(taken.remove()[1]);
      }
      if (patience.isTried(now) || sum >= limit) {
        return patience.refuse(now);
      }
      long took = work.next();
      taken.add(new long[] {now, took});
      sum += cost(took);
      return Reply.done(took);
    }
  }

  /** 6,000 requests in five minutes. */
  static Regime requests(double seconds, Duration pause) {
    return new Sliding(6000, seconds, pause) {
      @Override
      double cost(long took) {
        return 1;
      }

      @Override
      public double allows() {
        return 20;
      }
    };
  }

  /** 1,200 seconds of work in five minutes. */
  static Regime workingTime(double seconds, Duration pause) {
    return new Sliding(1200, seconds, pause) {
      @Override
      double cost(long took) {
        return took / 1e9;
      }

      @Override
      public double allows() {
        return 4 / seconds;
      }
    };
  }

  /**
   * So many at once, whoever else comes is refused; changes between two values where they differ.
   */
  static Regime atOnce(int high, int low, Duration every, double seconds, Duration pause) {
    Work work = new Work(seconds);
    Patience patience = new Patience(pause);
    return new Regime() {
      @Override
      public Reply arrive(long now, int underWay) {
        int limit = now / every.toNanos() % 2 == 0 ? high : low;
        boolean refused = patience.isTried(now) || underWay >= limit;
        return refused ? patience.refuse(now) : Reply.done(work.next());
      }

      @Override
      public double allows() {
        return (high + low) / 2.0 / seconds;
      }
    };
  }

  /** The sandbox's limit by second. */
  static Regime perSecond(int limit, double seconds, Duration pause) {
    Work work = new Work(seconds);
    Patience patience = new Patience(pause);
    return new Regime() {
      private long second;
      private int inSecond;

      @Override
      public Reply arrive(long now, int underWay) {
        if (now / Regime.seconds(1) != second) {
          second = now / Regime.seconds(1);
          inSecond = 0;
        }
        inSecond++;
        boolean refused = patience.isTried(now) || inSecond > limit;
        return refused ? patience.refuse(now) : Reply.done(work.next());
      }

      @Override
      public double allows() {
        return limit;
      }
    };
  }

  /** Refuses everything for so long, every so often, whatever we do: others are at work. */
  static Regime byTheClock(Duration every, Duration refusing, int atMost, Duration pause) {
    Work work = new Work(0.3);
    Patience patience = new Patience(pause);
    return new Regime() {
      @Override
      public Reply arrive(long now, int underWay) {
        boolean busy = now % every.toNanos() < refusing.toNanos();
        return patience.isTried(now) || busy ? patience.refuse(now) : Reply.done(work.next());
      }

      @Override
      public double allows() {
        double free = 1 - (double) refusing.toNanos() / every.toNanos();
        return Math.min(50, atMost / 0.3) * free;
      }
    };
  }

  /** Works on so many at once and lets the others wait in silence; gives up after 100 seconds. */
  static Regime silent(int workers, double seconds) {
    Work work = new Work(seconds);
    return new Regime() {
      private final long[] freeAt = new long[workers];

      @Override
      public Reply arrive(long now, int underWay) {
        int first = 0;
        for (int i = 1; i < workers; i++) {
          first = freeAt[i] < freeAt[first] ? i : first;
        }
        long done = Math.max(now, freeAt[first]) + work.next();
        freeAt[first] = done;
        long took = done - now;
        return took > Regime.seconds(100)
            ? new Reply(Regime.seconds(100), null, true)
            : Reply.done(took);
      }

      @Override
      public double allows() {
        return workers / seconds;
      }
    };
  }

  /** Is away for a time. */
  static Regime away(Duration from, Duration until) {
    Work work = new Work(0.3);
    return new Regime() {
      @Override
      public Reply arrive(long now, int underWay) {
        boolean away = now >= from.toNanos() && now < until.toNanos();
        return away ? new Reply(Regime.seconds(1), null, true) : Reply.done(work.next());
      }

      @Override
      public double allows() {
        return 40;
      }
    };
  }

  /**
   * Throttles for some seconds again and again, whatever we ask: others are too much for it. On
   * average a pause comes so often, and takes two seconds.
   */
  static Regime storms(Duration every, double seconds, int atOnce) {
    double calm = every.toMillis() / 1000.0;
    return new Regime() {
      private final Random random = new Random(7);
      private final Work work = new Work(seconds);
      private long begins = Regime.seconds(calm);
      private long ends = begins + Regime.seconds(2);

      @Override
      public Reply arrive(long now, int underWay) {
        while (now >= ends) {
          begins = ends + Regime.seconds(calm * (0.5 + random.nextDouble()));
          ends = begins + Regime.seconds(1.0 + random.nextInt(3));
        }
        return now < begins ? Reply.done(work.next()) : Reply.refused(Duration.ofSeconds(1));
      }

      @Override
      public double allows() {
        return Math.min(50, atOnce / seconds) * calm / (calm + 2);
      }
    };
  }

  /** The same, but that part of the answers is lost at once. */
  static Regime losing(double part, Regime regime) {
    Random random = new Random(3);
    return new Regime() {
      @Override
      public Reply arrive(long now, int underWay) {
        Reply reply = regime.arrive(now, underWay);
        boolean lost = reply.retryAfter() == null && random.nextDouble() < part;
        return lost ? new Reply(reply.took(), null, true) : reply;
      }

      @Override
      public double allows() {
        return regime.allows() * (1 - part);
      }
    };
  }
}

package io.weft.activities.contact;

import io.weft.activities.load.Likeness;
import io.weft.activities.match.Blocking;
import io.weft.activities.store.LoadRecordStore.Grade;
import io.weft.activities.value.Snapshot;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** What makes two people alike for a load, see {@link PersonVerdict}. */
final class PersonLikeness implements Likeness {
  /** Closer than this, two candidates are alike. */
  private static final int MARGIN = 15;

  private static final int NONE = -1;

  private final Function<Snapshot, PersonTraits> traits;

  PersonLikeness(Function<Snapshot, PersonTraits> traits) {
    this.traits = traits;
  }

  @Override
  public Features of(Snapshot snapshot) {
    return new Somebody(traits.apply(snapshot));
  }

  @Override
  public int crowd() {
    return Blocking.MOST;
  }

  @Override
  public OptionalInt choose(List<Alike> all) {
    int best = NONE;
    for (int i = 0; i < all.size(); i++) {
      if (isSure(all.get(i)) && (best == NONE || beats(all.get(i), all.get(best)))) {
        best = i;
      }
    }
    return best == NONE || hasRival(all, best) ? OptionalInt.empty() : OptionalInt.of(best);
  }

  private static boolean isSure(Alike alike) {
    return alike.grade().isSure();
  }

  private static boolean isNumbered(Alike alike) {
    return alike.grade() == Grade.NUMBERED;
  }

  private static boolean beats(Alike one, Alike other) {
    return isNumbered(one) == isNumbered(other) ? one.score() > other.score() : isNumbered(one);
  }

  /** A number beats all but another one; a likeness wants some distance from the next. */
  private static boolean hasRival(List<Alike> all, int best) {
    Alike chosen = all.get(best);
    for (int i = 0; i < all.size(); i++) {
      boolean rival =
          isNumbered(chosen)
              ? isNumbered(all.get(i))
              : all.get(i).score() > chosen.score() - MARGIN;
      if (i != best && rival) {
        return true;
      }
    }
    return false;
  }

  private record Somebody(PersonTraits traits) implements Features {
    @Override
    public String title() {
      return traits.title();
    }

    @Override
    public Set<Long> hashes() {
      Set<Long> hashes = new LinkedHashSet<>();
      traits.keys().forEach(key -> hashes.add(Blocking.hash(key)));
      return hashes;
    }

    @Override
    public Optional<Alike> compare(Features other) {
      return PersonVerdict.of(traits, ((Somebody) other).traits());
    }
  }
}

package io.weft.activities.load;

import io.weft.activities.store.LoadPlace;
import io.weft.activities.store.LoadRecordStore.Home;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Several searches that go through the records home by home, at the same time and in step: none
 * leaves a home behind before all have. So each record is taken to pieces for all of them together
 * (see {@link Faces}), and not for each anew when it gets there.
 */
final class Abreast {
  private static final Comparator<Home> ORDER = Comparator.comparingLong(Home::home);

  private final Crew crew;
  private final List<Search> searches;
  private final Map<Search, LoadPlace> places = new LinkedHashMap<>();

  /** A search that goes from home to home. */
  interface Search {
    /** How far it has come. */
    LoadPlace place();

    /** One step on from there; returns how far it has come then. */
    LoadPlace take(LoadPlace from, Shift shift);

    /** The search that a stage makes by this step. */
    static Search of(Stage stage, Stage.Step step) {
      return new Search() {
        @Override
        public LoadPlace place() {
          return stage.place();
        }

        @Override
        public LoadPlace take(LoadPlace from, Shift shift) {
          return stage.take(from, shift, step);
        }
      };
    }
  }

  Abreast(Crew crew, List<Search> searches) {
    this.crew = crew;
    this.searches = searches;
  }

  /** Goes on while the shift does; returns whether all searches are complete. */
  boolean work(Shift shift) {
    searches.forEach(search -> places.put(search, search.place()));
    List<Search> next = hindmost();
    while (!next.isEmpty() && shift.goesOn()) {
      step(next, shift);
      next = hindmost();
    }
    return next.isEmpty();
  }

  /** Those that are not complete and in the first home that any of them is in. */
  private List<Search> hindmost() {
    List<Search> going = searches.stream().filter(search -> !at(search).complete()).toList();
    return going.stream()
        .map(this::home)
        .min(ORDER)
        .map(first -> going.stream().filter(one -> home(one).home() == first.home()).toList())
        .orElse(List.of());
  }

  private void step(List<Search> some, Shift shift) {
    List<Supplier<LoadPlace>> steps =
        some.stream().<Supplier<LoadPlace>>map(one -> () -> one.take(at(one), shift)).toList();
    List<LoadPlace> reached = crew.all(steps);
    for (int i = 0; i < some.size(); i++) {
      places.put(some.get(i), reached.get(i));
    }
  }

  private LoadPlace at(Search search) {
    return Objects.requireNonNull(places.get(search));
  }

  private Home home(Search search) {
    return Pages.home(at(search).at());
  }
}

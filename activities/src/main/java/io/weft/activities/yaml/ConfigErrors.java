package io.weft.activities.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Every problem found in settings files, so that a person sees all of them at once. */
public final class ConfigErrors {
  /**
   * One problem.
   *
   * @param key the path of the key at fault, "" for the file as a whole
   * @param value the value at fault, "" for none; never a secret
   */
  public record Entry(String file, int line, String key, String value, String what, String remedy) {
    /** {@code weft.yaml:12: polling.interval '10x': is no duration. Write for example 30s.} */
    @Override
    public String toString() {
      String place = file + ":" + line + ": " + key;
      String shown = value.isEmpty() ? "" : " '" + value + "'";
      return (place + shown).strip() + (key.isEmpty() ? " " : ": ") + what + ". " + remedy + ".";
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final List<Entry> warnings = new ArrayList<>();

  /** Notes a problem that forbids using the file. */
  public void note(Entry entry) {
    entries.add(entry);
  }

  /** Notes something that is allowed but hardly meant. */
  public void warn(Entry entry) {
    warnings.add(entry);
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The problems in the order found. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  public List<Entry> warnings() {
    return List.copyOf(warnings);
  }

  /** All problems, one per line. */
  public String render() {
    return entries.stream().map(Entry::toString).collect(Collectors.joining("\n"));
  }

  /** Throws {@link InvalidConfig} with all problems, if there is one. */
  public void throwIfAny() {
    if (!entries.isEmpty()) {
      throw new InvalidConfig(this);
    }
  }
}

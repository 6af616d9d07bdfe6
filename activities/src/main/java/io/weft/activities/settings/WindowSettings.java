package io.weft.activities.settings;

import io.weft.activities.window.Window;
import io.weft.activities.window.Windows;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When initial loads may work. An object in a legal entity that no window names is free at any
 * time, as all are where the file has no windows.
 */
public final class WindowSettings {
  private static final String ALWAYS = "always";
  private static final String NEVER = "never";
  private static final LocalTime MIDNIGHT = LocalTime.MIDNIGHT;

  private final LegalEntities known;
  private final Windows otherwise;
  private final List<Entry> entries;

  private WindowSettings(LegalEntities known, Windows otherwise, List<Entry> entries) {
    this.known = known;
    this.otherwise = otherwise;
    this.entries = List.copyOf(entries);
  }

  /**
   * One window as it is written.
   *
   * @param zone empty for that of the legal entity
   * @param legalEntities none for all
   * @param objects none for all
   */
  private record Entry(
      Set<DayOfWeek> days,
      LocalTime from,
      LocalTime to,
      Optional<ZoneId> zone,
      List<LegalEntity> legalEntities,
      List<SyncObjectName> objects) {
    boolean isFor(SyncObjectName object, LegalEntity legalEntity) {
      return (objects.isEmpty() || objects.contains(object))
          && (legalEntities.isEmpty() || legalEntities.contains(legalEntity));
    }

    Window in(ZoneId own) {
      return new Window(days, from, to, zone.orElse(own));
    }
  }

  static WindowSettings read(YamlNode node, LegalEntities known) {
    if (!node.isScalar()) {
      return new WindowSettings(
          known, Windows.ALWAYS, node.items().stream().map(item -> entry(item, known)).toList());
    }
    String word = node.text();
    if (!word.equals(ALWAYS) && !word.equals(NEVER)) {
      node.problem(
          "is neither a list of windows nor a word for one",
          "Write always, never, or - from: \"20:00\" and to: \"06:00\"");
    }
    return new WindowSettings(
        known, word.equals(NEVER) ? Windows.NEVER : Windows.ALWAYS, List.of());
  }

  private static Entry entry(YamlNode node, LegalEntities known) {
    Entry entry =
        new Entry(
            days(node),
            time(node, "from"),
            time(node, "to"),
            node.has("timeZone")
                ? Optional.of(Read.zone(node, "timeZone", ZoneId.of("UTC")))
                : Optional.empty(),
            legalEntities(node, known),
            node.list("objects").stream().flatMap(WindowSettings::object).toList());
    node.done();
    return entry;
  }

  private static Set<DayOfWeek> days(YamlNode node) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    node.list("days").forEach(day -> days.add(day.oneOf(DayOfWeek.class, DayOfWeek.MONDAY)));
    if (days.isEmpty() && node.child("days").isList()) {
      node.child("days").problem("names no day", "Write days: [saturday, sunday], or leave it out");
    }
    return days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days;
  }

  private static LocalTime time(YamlNode node, String key) {
    String text = node.text(key).strip();
    if (text.isEmpty() || text.equals("24:00")) {
      return MIDNIGHT; // of the next day; or missing, and noted
    }
    try {
      return LocalTime.parse(text.length() == 4 ? "0" + text : text);
    } catch (DateTimeException e) {
      node.child(key).problem("is no time of day", "Write for example \"20:00\"");
      return MIDNIGHT;
    }
  }

  private static List<LegalEntity> legalEntities(YamlNode node, LegalEntities known) {
    List<LegalEntity> named = new ArrayList<>();
    node.list("legalEntities").forEach(item -> known.find(item, item.text()).ifPresent(named::add));
    return named;
  }

  private static Stream<SyncObjectName> object(YamlNode node) {
    try {
      return Stream.of(SyncObjectName.of(node.text()));
    } catch (IllegalArgumentException e) {
      node.problem("is no object", "Write for example account-customer");
      return Stream.empty();
    }
  }

  /** When the loads of an object in a legal entity may work. */
  public Windows of(SyncObjectName object, LegalEntity legalEntity) {
    List<Entry> own = entries.stream().filter(e -> e.isFor(object, legalEntity)).toList();
    if (own.isEmpty()) {
      return otherwise;
    }
    ZoneId zone = known.of(legalEntity).timeZone();
    return Windows.of(own.stream().map(entry -> entry.in(zone)).toList());
  }
}

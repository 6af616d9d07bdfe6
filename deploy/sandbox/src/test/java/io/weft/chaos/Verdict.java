package io.weft.chaos;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the checker found. */
final class Verdict {
  private final Map<Kind, List<String>> findings = new EnumMap<>(Kind.class);
  private final int parked;

  /** What can be wrong. */
  enum Kind {
    LOST,
    DOUBLED,
    DIVERGED,
    UNAUDITED
  }

  Verdict(int parked) {
    this.parked = parked;
    for (Kind kind : Kind.values()) {
      findings.put(kind, new ArrayList<>());
    }
  }

  void add(Kind kind, String what) {
    of(kind).add(what);
  }

  List<String> of(Kind kind) {
    return findings.getOrDefault(kind, List.of());
  }

  List<String> all() {
    List<String> all = new ArrayList<>();
    findings.forEach((kind, list) -> list.forEach(what -> all.add(kind + ": " + what)));
    return all;
  }

  /** The first findings: what comes after them may be cut off where the message is read. */
  String excerpt() {
    return all().stream().limit(12).map(finding -> finding + "\n").collect(Collectors.joining());
  }

  String line() {
    return String.format(
        "%d lost, %d doubled, %d diverged, %d unaudited, %d parked",
        of(Kind.LOST).size(),
        of(Kind.DOUBLED).size(),
        of(Kind.DIVERGED).size(),
        of(Kind.UNAUDITED).size(),
        parked);
  }
}

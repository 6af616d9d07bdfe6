package io.weft.worker.gateway;

/** A request that cannot be read: says where, what is wrong, and what is expected. */
final class BadEvent extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_VALUE = 60;

  private final String place;
  private final String what;
  private final String remedy;

  BadEvent(String place, String what, String remedy) {
    super(place + ": " + what + ". " + remedy, null, false, false);
    this.place = place;
    this.what = what;
    this.remedy = remedy;
  }

  /** The same with the value at fault, cut and without control characters. */
  static BadEvent at(String place, String value, String what, String remedy) {
    String shown = value.replaceAll("\\p{Cntrl}", "?");
    if (shown.length() > LONGEST_VALUE) {
      shown = shown.substring(0, LONGEST_VALUE) + "...";
    }
    return new BadEvent(place, "'" + shown + "' " + what, remedy);
  }

  String place() {
    return place;
  }

  String what() {
    return what;
  }

  String remedy() {
    return remedy;
  }
}

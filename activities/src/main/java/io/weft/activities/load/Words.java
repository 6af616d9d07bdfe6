package io.weft.activities.load;

import io.weft.activities.store.LoadRecord;

/** Sentences of a load. */
final class Words {
  private Words() {}

  /** Why a record takes no partner: for after its name. */
  static String whyNot(LoadRecord record) {
    String note = record.note() == null ? "" : ": " + record.note();
    return switch (record.verdict()) {
      case OUT_OF_SCOPE -> "is left out" + note;
      case ELSEWHERE -> "belongs to other legal entities by the rules";
      case REFUSED -> "is refused" + note;
      case WAITS -> "waits" + note;
      case LINKED -> "is linked already";
      case SCANNED, SURE, DOUBTFUL, DUPLICATE, NEW -> "is free";
    };
  }
}

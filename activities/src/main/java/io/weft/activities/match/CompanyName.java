package io.weft.activities.match;

import java.util.List;

/**
 * A company's name in its normal form.
 *
 * @param words its words as written, in full; no legal form
 * @param sorted the words in the order of the alphabet: equal for names that differ in word order
 * @param compact the words without spaces
 * @param kind the kind of its legal form; "" if it carries none that tells
 */
record CompanyName(List<Word> words, String sorted, Word compact, String kind) {
  CompanyName {
    words = List.copyOf(words);
  }

  static CompanyName of(String name) {
    List<String> written = PlainText.words(name);
    List<String> telling = written.stream().filter(word -> !Vocabulary.joins(word)).toList();
    LegalForms.Parted parted = LegalForms.part(telling.isEmpty() ? written : telling);
    List<String> words = parted.words().stream().map(Vocabulary::full).toList();
    String sorted = String.join(" ", words.stream().sorted().toList());
    return new CompanyName(
        words.stream().map(Word::of).toList(),
        sorted,
        Word.of(String.join("", words)),
        parted.kind());
  }

  /** Its words as texts. */
  List<String> texts() {
    return words.stream().map(Word::text).toList();
  }

  boolean isEmpty() {
    return words.isEmpty();
  }
}

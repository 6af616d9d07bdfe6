package io.weft.sandbox.file;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives each of the few words that come in every record, such as names of columns, a number. Safe
 * for many threads.
 */
final class Words {
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
  private volatile String[] words = {};

  int number(String word) {
    Integer known = numbers.get(word);
    return known != null ? known : add(word);
  }

  String word(int number) {
    return words[number];
  }

  private synchronized int add(String word) {
    Integer known = numbers.get(word); // another thread may have come first
    if (known != null) {
      return known;
    }
    String[] more = Arrays.copyOf(words, words.length + 1);
    more[words.length] = word;
    words = more;
    numbers.put(word, more.length - 1);
    return more.length - 1;
  }
}

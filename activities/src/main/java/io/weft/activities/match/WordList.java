package io.weft.activities.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Reads the lists that ship in the jar as {@code match/NAME.properties}: a name, and its words. */
final class WordList {
  private WordList() {}

  /** The entries of a list in the order of their names, each with its words as written. */
  static Map<String, List<String>> read(String name) {
    Map<String, List<String>> entries = new TreeMap<>();
    load(name).forEach((key, words) -> entries.put(key.toString(), split(words.toString())));
    return entries;
  }

  private static List<String> split(String words) {
    List<String> all = new ArrayList<>();
    for (String word : words.split(",")) {
      all.add(word.strip());
    }
    return all;
  }

  private static Properties load(String name) {
    Properties properties = new Properties();
    try (InputStream in = WordList.class.getResourceAsStream("/match/" + name + ".properties")) {
      if (in == null) {
        throw new IllegalStateException("the product holds no match/" + name + ".properties");
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}

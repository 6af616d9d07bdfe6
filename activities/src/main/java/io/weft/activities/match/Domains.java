package io.weft.activities.match;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The domain of a company: of its mail or its web site, without what stands before it. */
final class Domains {
  private static final Set<String> FREE =
      new TreeSet<>(WordList.read("mail").getOrDefault("free", java.util.List.of()));

  private Domains() {}

  /** The domain of a mail address; "" for none, and for one that anybody may have. */
  static String ofMail(String email) {
    int at = email.lastIndexOf('@');
    return at < 1 ? "" : company(email.substring(at + 1));
  }

  /** The domain of a web site, be it written as an address or as a name. */
  static String ofWeb(String web) {
    String host = web.strip().toLowerCase(Locale.ROOT).replaceFirst("^[a-z]+://", "");
    return company(host.replaceFirst("[/:?#].*$", ""));
  }

  private static String company(String host) {
    String[] labels = host.strip().toLowerCase(Locale.ROOT).split("\\.");
    int last = labels.length - 1;
    if (last < 1) {
      return "";
    }
    boolean twofold = last >= 2 && labels[last].length() == 2 && labels[last - 1].length() <= 3;
    int first = twofold ? last - 2 : last - 1;
    String own = labels[first];
    String domain = String.join(".", java.util.Arrays.asList(labels).subList(first, last + 1));
    return FREE.contains(own) ? "" : domain;
  }
}

package io.weft.activities.http;

import java.net.URI;
import okhttp3.HttpUrl;

/** Builds addresses below one root; names are checked, values percent-encoded. */
public final class Addresses {
  private final String root;

  /** Addresses below {@code url} + {@code path}, whichever slashes they come with. */
  public Addresses(URI url, String path) {
    String inner = path.replaceAll("^/+|/+$", "");
    this.root = url.toString().replaceAll("/+$", "") + (inner.isEmpty() ? "" : "/" + inner);
    HttpUrl.get(root); // fail at the start, not at the first call
  }

  /** The root itself, for judging links. */
  public HttpUrl base() {
    return HttpUrl.get(root + "/");
  }

  /** The root with something after it that is encoded already: {@code /Account(…)}. */
  public Address at(String encoded) {
    return new Address(root + encoded, '?');
  }

  /** An address that takes query options. */
  public static final class Address {
    private final StringBuilder text;
    private char joint;

    private Address(String start, char joint) {
      this.text = new StringBuilder(start);
      this.joint = joint;
    }

    /** Adds one option; the value is encoded here. */
    public Address option(String name, String value) {
      text.append(joint).append(name).append('=').append(Percent.encode(value));
      joint = '&';
      return this;
    }

    /** The finished address. */
    public HttpUrl url() {
      return HttpUrl.get(text.toString());
    }
  }
}

package io.weft.activities.http;

import io.weft.activities.failure.RemoteException;
import io.weft.workflows.record.Side;
import okhttp3.HttpUrl;

/** Links that a server gives: followed exactly, and only to itself, for they carry our token. */
public final class Links {
  private Links() {}

  /**
   * The link as an address on the same origin as {@code base}.
   *
   * @throws RemoteException.Malformed if it leads elsewhere or is none
   */
  public static HttpUrl follow(Side system, String call, HttpUrl base, String link) {
    HttpUrl url = base.resolve(link);
    if (url == null || !sameOrigin(base, url)) {
      String where = url == null ? "nowhere" : url.host();
      throw new RemoteException.Malformed(
          system, call, call + " names a next page elsewhere: " + where, null);
    }
    return url;
  }

  private static boolean sameOrigin(HttpUrl base, HttpUrl url) {
    return base.scheme().equals(url.scheme())
        && base.host().equals(url.host())
        && base.port() == url.port();
  }
}

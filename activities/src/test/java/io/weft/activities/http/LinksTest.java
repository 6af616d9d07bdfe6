package io.weft.activities.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.failure.RemoteException;
import io.weft.workflows.record.Side;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
  private static final HttpUrl BASE = HttpUrl.get("https://contoso.example/data/");

  @Test
  void followsExactly() {
    String link =
        "https://contoso.example/data/Set?$deltatoken=700412%2101%2f15%2f2026&$skip=10000";

    assertThat(Links.follow(Side.D365, "Set.query", BASE, link)).hasToString(link);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/data/Set?$skip=1",
        "http://contoso.example/data/Set?$skip=1",
        "https://contoso.example:8443/data/Set",
        "https://contoso.example.evil.example/data/Set",
        "//evil.example/data/Set",
        "ftp://contoso.example/data/Set"
      })
  void refusesToLeaveTheOrigin(String link) {
    assertThatThrownBy(() -> Links.follow(Side.D365, "Set.query", BASE, link))
        .isInstanceOf(RemoteException.Malformed.class);
  }
}

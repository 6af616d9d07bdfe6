package io.weft.activities.creatio;

import io.weft.activities.http.Names;
import io.weft.activities.value.Columns;

/**
 * Related rows to be read along: a look-up ({@code PrimaryContact}) or a reverse collection ({@code
 * AccountCommunicationCollectionByAccount}). They are found in the row under the same name.
 */
public record Expand(String navigation, Columns columns) {
  String text() {
    return Names.checked(navigation) + "($select=" + String.join(",", columns.names()) + ")";
  }
}

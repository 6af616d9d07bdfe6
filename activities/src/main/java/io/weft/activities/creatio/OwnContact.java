package io.weft.activities.creatio;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.Page;
import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells our integration user's contact, which Creatio stamps on what we write, from everybody
 * else's. Taken from the settings; else nobody is taken for us, which is safe: an unanswered write
 * is then presumed only after its horizon.
 */
public final class OwnContact {
  private final CreatioClient client;
  private final @Nullable String configured;
  private volatile @Nullable String learned;

  public OwnContact(CreatioClient client, Optional<String> configured) {
    this.client = client;
    this.configured = configured.map(id -> id.toLowerCase(Locale.ROOT)).orElse(null);
  }

  /** Whether that contact is ours. */
  public boolean is(@Nullable String contactId) {
    String own = configured != null ? configured : learned;
    return contactId != null && contactId.equalsIgnoreCase(own);
  }

  /**
   * Looks the contact up by the login of the integration user, where the site lets users be read;
   * does nothing where the settings name it or the site hides it.
   */
  public void learn(String login) {
    if (configured != null || client.metadata().set("SysAdminUnit").isEmpty()) {
      return;
    }
    try {
      CreatioQuery query =
          CreatioQuery.of(Columns.of("Id", "ContactId"))
              .where(CreatioFilter.equal("Name", login))
              .by(CreatioQuery.Order.ID)
              .top(1);
      Page page = client.query("SysAdminUnit", query);
      for (Row row : page.rows()) {
        learned = row.text("ContactId");
      }
    } catch (RemoteException.Denied | RemoteException.Rejected e) {
      learned = null; // hidden from us: the horizon decides
    }
  }
}

package io.weft.sandbox;

import io.weft.sandbox.http.Answer;

/** The plain page at the root: what is where, and how to talk to it. */
final class HomePage {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>Weft sandbox</title></head><body>
      <h1>Sandbox</h1>
      <p>A Creatio and a D365 in one process, in memory. Nothing here is real.</p>
      <h2>Addresses</h2>
      <pre>
      Creatio OData     BASE/0/odata
      Creatio tokens    BASE/connect/token      (client "weft", secret "weft-secret")
      D365 OData        BASE/data               (always with ?cross-company=true)
      D365 tokens       BASE/11111111-2222-3333-4444-555555555555/oauth2/v2.0/token
                        (the same client; scope BASE/.default)
      Dataverse         BASE/api/data/v9.2      (virtual tables, change tracking)
      Control           BASE/control/state
      </pre>
      <h2>By curl</h2>
      <pre>
      TOKEN=$(curl -s BASE/connect/token -d grant_type=client_credentials \\
        -d client_id=weft -d client_secret=weft-secret | sed 's/.*access_token":"\\([^"]*\\).*/\\1/')
      curl -s BASE/0/odata/Account?\\$top=3 -H "Authorization: Bearer $TOKEN"
      curl -s BASE/control/creatio/Account -d '{"Name":"Nordlicht AG"}'
      curl -s BASE/control/faults -d '{"name":"throttle","system":"creatio","times":3}'
      curl -s 'BASE/control/journal?after=0&amp;limit=20'
      </pre>
      <p>More in docs/sandbox.md.</p>
      </body></html>
      """;

  private HomePage() {}

  static Answer answer(String base) {
    return Answer.html(200, PAGE.replace("BASE", base));
  }
}

package io.weft.activities.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.failure.RemoteException;
import mockwebserver3.MockResponse;

/**
 * One row of a table of errors: an answer to a call, and what it must become.
 *
 * @param call read, query, create, update, delete or strict
 * @param type the failure's type
 * @param detail the conflict's kind, {@code sent}, {@code not sent}, a field, a part of the message
 *     or of the remedy; "" for anything
 */
public record ErrorCase(String name, String call, MockResponse answer, String type, String detail) {
  public void check(RemoteException failure) {
    assertThat(failure).as(name).isNotNull();
    assertThat(failure.failureType()).as(name).isEqualTo(type);
    assertThat(said(failure)).as(name).contains(detail);
  }

  private static String said(RemoteException failure) {
    String said = failure.getMessage() + " | " + failure.remedy() + " | " + failure.retryAfter();
    if (failure instanceof RemoteException.Conflict conflict) {
      return said + " | " + conflict.kind();
    }
    if (failure instanceof RemoteException.Rejected rejected) {
      return said + " | field " + rejected.field();
    }
    return failure instanceof RemoteException.Unavailable unavailable
        ? said + (unavailable.sent() ? " | was sent" : " | not sent")
        : said;
  }

  @Override
  public String toString() {
    return name;
  }
}

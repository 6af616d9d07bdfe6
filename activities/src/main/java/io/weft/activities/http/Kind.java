package io.weft.activities.http;

/** What a call does; failures mean different things by it. */
public enum Kind {
  /** Reads any number of rows. */
  QUERY,
  /** Reads one row by its key. */
  READ,
  /** Makes a row. */
  CREATE,
  /** Changes one row by its key. */
  UPDATE,
  /** Removes one row by its key. */
  DELETE,
  /** Calls a service that may change something. */
  SERVICE;

  /** Whether the outcome matters when no answer comes. */
  public boolean writes() {
    return switch (this) {
      case QUERY, READ -> false;
      case CREATE, UPDATE, DELETE, SERVICE -> true;
    };
  }

  /** Whether the address names one row, so that 404 speaks of that row. */
  public boolean keyed() {
    return switch (this) {
      case READ, UPDATE, DELETE -> true;
      case QUERY, CREATE, SERVICE -> false;
    };
  }
}

package io.weft.workflows.load;

/**
 * What is counted in a load. Kept in the store and in answers: never rename one. The first group
 * says what was found, the second what is to be done, the third what was done, the last what is
 * left.
 */
public enum LoadCount {
  /** Records of Creatio that were read. */
  SCANNED_CREATIO("read in Creatio"),
  /** Records of D365 that were read. */
  SCANNED_D365("read in D365"),
  /** Pairs that were linked before. */
  LINKED_BEFORE("linked before"),
  /** Records that another one of the same system doubles; nothing is done with them. */
  DUPLICATES("duplicates within one system"),
  /** Records that no rule brings into the load. */
  OUT_OF_SCOPE("out of scope"),
  /** Records without a partner, where the choices allow no creation. */
  WITHOUT_PARTNER("without a partner, not to be created"),
  /** Pairs that are sure, and not linked yet. */
  TO_LINK("to link"),
  /** Records to be made in D365. */
  TO_CREATE_IN_D365("to create in D365"),
  /** Records to be made in Creatio. */
  TO_CREATE_IN_CREATIO("to create in Creatio"),
  /** Linked pairs with at least one field to write. */
  TO_UPDATE("to update"),
  /** Pairs that are linked now, those from before included. */
  LINKED("linked"),
  /** Records made in D365. */
  CREATED_IN_D365("created in D365"),
  /** Records made in Creatio. */
  CREATED_IN_CREATIO("created in Creatio"),
  /** Pairs with at least one field written. */
  UPDATED("updated"),
  /** Linked pairs that agree in every mapped field. */
  EQUAL("equal"),
  /** Pairs that may be the same company, before a person; counted by pair. */
  DOUBTFUL("doubtful, for review"),
  /** Records that a system or a rule refuses. */
  REFUSED("refused by validation"),
  /** Records that go on by themselves: another attempt, or another record first. */
  WAITING("waiting"),
  /** Records that wait for a person. */
  PARKED("parked"),
  /** Records that none of this accounts for: a fault of Weft, and never anything but 0. */
  UNEXPLAINED("unexplained");

  private final String words;

  LoadCount(String words) {
    this.words = words;
  }

  /** As people read it, after the number. */
  public String words() {
    return words;
  }
}

package io.weft.workflows.pass;

/** What a pass decided for one field. */
public enum Verdict {
  /** Only Creatio had moved: its value goes to D365. */
  TO_D365,
  /** Only D365 had moved: its value goes to Creatio. */
  TO_CREATIO,
  /** Both moved to the same value, or were found equal: noted, nothing sent. */
  EQUAL,
  /** Both moved apart; policy let Creatio win. The rival is D365's value. */
  CREATIO_WON,
  /** Both moved apart; policy let D365 win. The rival is Creatio's value. */
  D365_WON,
  /** Both moved apart and a person must choose; nothing sent for this field. */
  ASKED,
  /** An operator's value is sent instead. */
  AMENDED,
  /** The value cannot be sent; see the problem. */
  BLOCKED,
  /** Sent, but D365 only proposed the change; the base stays. */
  AWAITING_APPROVAL
}

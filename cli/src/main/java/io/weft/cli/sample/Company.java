package io.weft.cli.sample;

/**
 * A company as it really is.
 *
 * @param core its name without legal form
 * @param extra a word of its name that people leave out at times; ""
 * @param phone the number within its town
 */
record Company(
    Land land,
    String core,
    String extra,
    Land.Form form,
    String taxNumber,
    String domain,
    String mailbox,
    Land.Town town,
    String zip,
    String street,
    int house,
    String phone) {

  Company named(String newCore, Land.Form newForm, String newTaxNumber) {
    return new Company(
        land, newCore, "", newForm, newTaxNumber, domain, mailbox, town, zip, street, house, phone);
  }

  Company reachedBy(String newMailbox, String newPhone) {
    return new Company(
        land, core, extra, form, taxNumber, domain, newMailbox, town, zip, street, house, newPhone);
  }

  Company at(Land.Town newTown, String newZip, String newStreet, int newHouse) {
    return new Company(
        land, core, extra, form, taxNumber, domain, mailbox, newTown, newZip, newStreet, newHouse,
        phone);
  }
}

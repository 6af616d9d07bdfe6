package io.weft.sandbox.seed;

/**
 * A made-up company. Both tenants make their own rows from it.
 *
 * @param index counts from 1; the same company has the same index on both sides
 * @param common whether both sides know it
 * @param countryName in English, as Creatio's look-up shows it
 * @param iso2 the country as two letters
 * @param iso3 the country as three letters
 * @param currency ISO 4217
 * @param group a customer group, such as {@code 10}
 * @param paymentTerms such as {@code Net30}
 * @param taxGroup a sales tax group
 * @param owner the index of the employee who looks after it, from 0
 * @param contactName a person who works there
 */
public record Company(
    int index,
    boolean common,
    String name,
    String street,
    String city,
    String zip,
    String region,
    String countryName,
    String iso2,
    String iso3,
    String phone,
    String email,
    String web,
    String taxNumber,
    String currency,
    String group,
    String paymentTerms,
    String taxGroup,
    int owner,
    String contactName,
    String contactEmail) {}

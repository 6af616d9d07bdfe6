package io.weft.sandbox.seed;

import java.util.List;
import java.util.random.RandomGenerator;

/** How companies of a country look: legal forms, towns (name, postal code, region), streets. */
enum Land {
  UNITED_STATES(
      "United States",
      "US",
      "USA",
      "USD",
      "1",
      "XX-XXXXXXX",
      "com",
      "Inc.;LLC;Corp.",
      "Seattle|98101|WA;Austin|78701|TX;Denver|80202|CO;Boston|02110|MA;Spokane|99201|WA;"
          + "Tacoma|98402|WA;Houston|77002|TX;Dallas|75201|TX;San Antonio|78205|TX;"
          + "El Paso|79901|TX;Boulder|80302|CO;Pueblo|81003|CO;Worcester|01608|MA;"
          + "Springfield|01103|MA;Chicago|60601|IL;Peoria|61602|IL;Portland|97204|OR;"
          + "Eugene|97401|OR;Phoenix|85004|AZ;Tucson|85701|AZ;Atlanta|30303|GA;"
          + "Savannah|31401|GA;Miami|33131|FL;Tampa|33602|FL;Orlando|32801|FL;"
          + "Nashville|37203|TN;Memphis|38103|TN;Charlotte|28202|NC;Raleigh|27601|NC;"
          + "Columbus|43215|OH;Cleveland|44113|OH;Cincinnati|45202|OH;Detroit|48226|MI;"
          + "Lansing|48933|MI;Milwaukee|53202|WI;Madison|53703|WI;Minneapolis|55401|MN;"
          + "Duluth|55802|MN;Omaha|68102|NE;Tulsa|74103|OK;Albany|12207|NY;Buffalo|14202|NY;"
          + "Rochester|14604|NY;Pittsburgh|15222|PA;Philadelphia|19103|PA;Baltimore|21202|MD;"
          + "Richmond|23219|VA;Boise|83702|ID",
      "Main Street;Oak Avenue;Lake View Drive;Industrial Parkway;Elm Street;Maple Avenue;"
          + "Washington Boulevard;Market Street;Harbor Road;Mill Road;Park Avenue;Commerce Way;"
          + "River Road;Pine Street;Cedar Lane;Highland Avenue;Airport Road;Second Street;"
          + "Walnut Street;Sunset Boulevard;Technology Drive;Union Street;Railroad Avenue;"
          + "Prospect Street"),
  GERMANY(
      "Germany",
      "DE",
      "DEU",
      "EUR",
      "49",
      "DEXXXXXXXXX",
      "de",
      "GmbH;AG;GmbH & Co. KG",
      "Hamburg|20095|;München|80331|;Köln|50667|;Leipzig|04109|",
      "Hafenstraße;Lindenallee;Am Markt;Industrieweg"),
  UNITED_KINGDOM(
      "United Kingdom",
      "GB",
      "GBR",
      "GBP",
      "44",
      "GBXXXXXXXXX",
      "co.uk",
      "Ltd;PLC;LLP",
      "London|EC1A 1BB|;Leeds|LS1 4DY|;Bristol|BS1 5TR|;Glasgow|G2 1DY|",
      "High Street;Station Road;Mill Lane;Queen Street"),
  FRANCE(
      "France",
      "FR",
      "FRA",
      "EUR",
      "33",
      "FRXXXXXXXXXXX",
      "fr",
      "SA;SARL;SAS",
      "Lyon|69002|;Nantes|44000|;Lille|59800|;Toulouse|31000|",
      "Rue de la République;Avenue du Port;Rue des Ateliers;Quai Nord"),
  NETHERLANDS(
      "Netherlands",
      "NL",
      "NLD",
      "EUR",
      "31",
      "NLXXXXXXXXXB01",
      "nl",
      "B.V.;N.V.",
      "Utrecht|3511 AD|;Rotterdam|3011 AA|;Eindhoven|5611 AZ|",
      "Havenweg;Keizersgracht;Stationsplein;Molenlaan"),
  SWEDEN(
      "Sweden",
      "SE",
      "SWE",
      "SEK",
      "46",
      "SEXXXXXXXXXX01",
      "se",
      "AB",
      "Göteborg|411 03|;Malmö|211 20|;Uppsala|753 20|",
      "Storgatan;Hamngatan;Industrivägen;Kungsgatan"),
  POLAND(
      "Poland",
      "PL",
      "POL",
      "PLN",
      "48",
      "PLXXXXXXXXXX",
      "pl",
      "Sp. z o.o.;S.A.",
      "Kraków|31-042|;Gdańsk|80-831|;Wrocław|50-102|",
      "ul. Długa;ul. Portowa;ul. Fabryczna;al. Jana Pawła II"),
  SPAIN(
      "Spain",
      "ES",
      "ESP",
      "EUR",
      "34",
      "ESBXXXXXXXX",
      "es",
      "S.L.;S.A.",
      "Valencia|46002|;Sevilla|41001|;Bilbao|48001|",
      "Calle Mayor;Avenida del Puerto;Calle de la Industria");

  final String countryName;
  final String iso2;
  final String iso3;
  final String currency;
  final String domain;
  private final String dial;
  private final String tax;
  private final String forms;
  private final String towns;
  private final String streets;

  Land(
      String countryName,
      String iso2,
      String iso3,
      String currency,
      String dial,
      String tax,
      String domain,
      String forms,
      String towns,
      String streets) {
    this.countryName = countryName;
    this.iso2 = iso2;
    this.iso3 = iso3;
    this.currency = currency;
    this.dial = dial;
    this.tax = tax;
    this.domain = domain;
    this.forms = forms;
    this.towns = towns;
    this.streets = streets;
  }

  String legalForm(RandomGenerator random) {
    return pick(forms, random);
  }

  /** Returns town, postal code and region. */
  String[] town(RandomGenerator random) {
    return pick(towns, random).split("\\|", -1);
  }

  String street(RandomGenerator random) {
    int number = 1 + random.nextInt(180);
    String street = pick(streets, random);
    boolean numberFirst = this == UNITED_STATES || this == UNITED_KINGDOM || this == FRANCE;
    return numberFirst ? number + " " + street : street + " " + number;
  }

  String phone(RandomGenerator random) {
    return "+" + dial + " " + digits("XXX XXX XXXX", random);
  }

  String taxNumber(RandomGenerator random) {
    return digits(tax, random);
  }

  private static String pick(String from, RandomGenerator random) {
    return pick(List.of(from.split(";")), random);
  }

  static <T> T pick(List<T> from, RandomGenerator random) {
    return from.get(random.nextInt(from.size()));
  }

  private static String digits(String pattern, RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      text.append(c == 'X' ? (char) ('1' + random.nextInt(9)) : c);
    }
    return text.toString();
  }
}

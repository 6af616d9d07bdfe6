package io.weft.activities.match;

import java.util.Set;

/** Mail domains that say nothing about a company. */
final class FreeMail {
  static final Set<String> DOMAINS =
      Set.of(
          "gmail.com",
          "googlemail.com",
          "outlook.com",
          "hotmail.com",
          "live.com",
          "msn.com",
          "yahoo.com",
          "yahoo.de",
          "yahoo.fr",
          "yahoo.co.uk",
          "aol.com",
          "icloud.com",
          "me.com",
          "gmx.de",
          "gmx.net",
          "gmx.at",
          "gmx.com",
          "web.de",
          "t-online.de",
          "freenet.de",
          "orange.fr",
          "wanadoo.fr",
          "free.fr",
          "laposte.net",
          "libero.it",
          "virgilio.it",
          "mail.ru",
          "yandex.ru",
          "ukr.net",
          "wp.pl",
          "onet.pl",
          "o2.pl",
          "seznam.cz",
          "qq.com",
          "163.com",
          "proton.me",
          "protonmail.com",
          "bluewin.ch",
          "telia.com",
          "ziggo.nl");

  private FreeMail() {}
}

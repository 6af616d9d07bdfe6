package io.weft.cli;

import picocli.CommandLine.Command;

/** {@code weft link}: which records belong together. */
@Command(name = "link", description = "Parts records that were linked by mistake.")
final class LinkCommand {}

package io.weft.cli;

import picocli.CommandLine.Command;

/** Groups the commands about settings and mappings. */
@Command(
    name = "map",
    description = "Checks settings and mappings, and shows what they make of a record.")
final class MapCommand {}

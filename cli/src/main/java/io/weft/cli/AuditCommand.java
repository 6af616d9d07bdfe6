package io.weft.cli;

import picocli.CommandLine.Command;

/** Groups the commands about the audit. */
@Command(name = "audit", description = "Shows who changed what, when and why.")
final class AuditCommand {}

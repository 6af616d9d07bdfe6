package io.weft.activities.http;

import io.weft.activities.governor.Governor;
import java.time.Clock;

/**
 * What connections are built with.
 *
 * @param clients one for the process
 * @param governor one for the connection
 * @param counts one for the process
 * @param deadline of the attempt that sends, checked before each request
 */
public record Shared(
    HttpClients clients, Governor governor, CallCounts counts, Deadline deadline, Clock clock) {}

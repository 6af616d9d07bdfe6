package io.weft.workflows.poll;

/** What an operator tells a poller or a sweep: on whose word, and why. */
public record PollOrder(String who, String why) {}

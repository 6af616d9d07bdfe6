package io.weft.workflows.load;

/** What an operator tells a load: on whose word, and why. */
public record LoadOrder(String who, String why) {}

package io.weft.workflows.desk;

/** Where questions are answered: the desk, and the one for loads beside it. */
public record Counters(DeskActivities desk, LoadDeskActivities loads) {}

package social.parley.activitystreams;

/** One row of a profile's table: a label and HTML. */
public record PropertyValue(String name, String value) {}

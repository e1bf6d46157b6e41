package social.parley.activitystreams;

/** The point of a picture to keep in sight: from -1 (left, bottom) to 1 (right, top). */
public record FocalPoint(double x, double y) {}

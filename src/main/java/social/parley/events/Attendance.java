package social.parley.events;

/** How somebody stands to an event. */
public enum Attendance {
  /** They have asked, and whoever organises it has not answered yet. */
  PENDING,
  ATTENDING,
  /** They say that perhaps they come. */
  MAYBE,
  /** They say that they do not come. */
  DECLINED,
  /** Whoever organises it does not let them in. */
  REFUSED
}

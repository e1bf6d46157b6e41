package social.parley.federation;

/** The numbers that a server tells about itself (NodeInfo). */
public interface NodeCounts {
  Counts now();

  /** How many people were active in the last month. */
  default long activeMonth() {
    return now().activeMonth();
  }

  /** People with an account, of them those active in the last month and half year, and posts. */
  record Counts(long users, long activeMonth, long activeHalfYear, long posts, long replies) {}
}

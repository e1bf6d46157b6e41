package social.parley.follows;

/**
 * Whom a reader wants to meet in lists of posts, as a condition in SQL: nobody whom they mute or
 * block, or whose server they hide. Every timeline, home, list and followed tag asks it, so that
 * they all agree.
 */
public final class Wanted {
  private static final String CONDITION =
      """
      (NOT EXISTS (SELECT 1 FROM mutes wm WHERE wm.actor_id = #reader
          AND wm.target_id IN (#authors) AND (wm.until IS NULL OR wm.until > :now))
        AND NOT EXISTS (SELECT 1 FROM blocks wb WHERE wb.actor_id = #reader
          AND wb.target_id IN (#authors))
        AND NOT EXISTS (SELECT 1 FROM hidden_domains wd JOIN actors wa ON wa.domain = wd.domain
          WHERE wd.actor_id = #reader AND wa.id IN (#authors)))\
      """;

  private static final String UNWILLING =
      """
      SELECT wm.actor_id FROM mutes wm WHERE wm.target_id IN (#authors)
        AND (wm.until IS NULL OR wm.until > :now)
      UNION ALL
      SELECT wb.actor_id FROM blocks wb WHERE wb.target_id IN (#authors)
      UNION ALL
      SELECT wd.actor_id FROM hidden_domains wd JOIN actors wa ON wa.domain = wd.domain
        WHERE wa.id IN (#authors)\
      """;

  private Wanted() {}

  /**
   * The condition; it uses the parameter {@code :now}.
   *
   * @param reader a column or parameter
   * @param authors one or several columns or parameters, with commas between them; all of them must
   *     be wanted
   */
  public static String sql(String reader, String authors) {
    return CONDITION.replace("#reader", reader).replace("#authors", authors);
  }

  /**
   * The same asked the other way round: a query for all readers who do not want to meet one of
   * these authors; it uses the parameter {@code :now}.
   */
  public static String unwilling(String authors) {
    return UNWILLING.replace("#authors", authors);
  }
}

package social.parley.timelines;

import java.util.Set;

/** Which public posts: of this server, of others, with pictures only. */
public record PublicFilter(boolean local, boolean remote, boolean onlyMedia) {
  public static final PublicFilter ALL = new PublicFilter(false, false, false);
  public static final PublicFilter LOCAL = new PublicFilter(true, false, false);

  /** Those that apps show. */
  static final Set<PublicFilter> USUAL = Set.of(ALL, LOCAL, new PublicFilter(false, true, false));
}

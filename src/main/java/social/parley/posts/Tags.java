package social.parley.posts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import social.parley.config.Settings;
import social.parley.core.Iri;

/** Where the page of a hashtag is. */
public final class Tags {
  private Tags() {}

  /** The page of a hashtag in its normalised form. */
  public static Iri page(Settings settings, String tag) {
    return settings.at("/tags/" + URLEncoder.encode(tag, StandardCharsets.UTF_8));
  }
}

package social.parley.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of the pages of hashtags. */
public final class TagLink {
  private TagLink() {}

  public static String of(String tag) {
    return "/tags/" + URLEncoder.encode(tag, StandardCharsets.UTF_8);
  }
}

package social.parley.mastodon;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import social.parley.config.Settings;

/** Tags as links to their pages here. */
public final class TagLinks {
  private final Settings settings;

  TagLinks(Settings settings) {
    this.settings = settings;
  }

  public String url(String name) {
    return settings.at("/tags/" + URLEncoder.encode(name, StandardCharsets.UTF_8)).value();
  }

  public List<StatusJson.StatusTag> of(List<String> names) {
    return names.stream().map(name -> new StatusJson.StatusTag(name, url(name))).toList();
  }

  /** A number for a name, the same always and everywhere; clients only compare it. */
  public static String id(String name) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) hash = (hash ^ b) * 0x100000001b3L;
    return Long.toString(hash & Long.MAX_VALUE);
  }
}

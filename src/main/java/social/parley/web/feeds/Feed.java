package social.parley.web.feeds;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of posts in whatever form it is written.
 *
 * @param page the page that shows the same to people
 * @param address its own address without the ending that says the form
 * @param hub where to subscribe to it (WebSub)
 */
record Feed(
    String title,
    String summary,
    String page,
    String address,
    String hub,
    @Nullable String icon,
    Instant updated,
    List<Entry> entries) {
  Feed {
    entries = List.copyOf(entries);
  }

  /** One post. */
  record Entry(
      String id,
      String url,
      String title,
      String html,
      Instant published,
      Instant updated,
      @Nullable String language,
      Author author,
      List<String> tags,
      List<File> files) {
    Entry {
      tags = List.copyOf(tags);
      files = List.copyOf(files);
    }
  }

  /** Who wrote a post. */
  record Author(String name, String handle, String url) {}

  /** A picture, sound or film; its size in bytes is 0 when nobody knows it. */
  record File(String url, String mediaType, long bytes, String description) {}
}

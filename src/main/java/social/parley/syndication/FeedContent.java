package social.parley.syndication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says, in whatever form it was written; addresses are absolute.
 *
 * @param hub where to ask to be told of news (WebSub), and {@code self} for what address
 */
record FeedContent(
    String title,
    String summary,
    @Nullable String page,
    @Nullable String icon,
    @Nullable String hub,
    @Nullable String self,
    List<Item> items) {
  FeedContent {
    items = List.copyOf(items);
  }

  /** One entry; the key is what the feed knows it by. */
  record Item(
      String key,
      String title,
      @Nullable String link,
      String html,
      @Nullable Instant published,
      List<String> tags,
      List<File> files) {
    Item {
      tags = List.copyOf(tags);
      files = List.copyOf(files);
    }
  }

  /** A sound, film or picture that belongs to an entry. */
  record File(String url, String mediaType) {}
}

package social.parley.web.feeds;

import java.util.Arrays;
import java.util.Optional;

/** The three forms of a feed. */
enum FeedForm {
  RSS("rss", "application/rss+xml"),
  ATOM("atom", "application/atom+xml"),
  JSON("json", "application/feed+json");

  private final String ending;
  private final String mediaType;

  FeedForm(String ending, String mediaType) {
    this.ending = ending;
    this.mediaType = mediaType;
  }

  String ending() {
    return ending;
  }

  String mediaType() {
    return mediaType;
  }

  byte[] write(Feed feed) {
    return switch (this) {
      case RSS -> RssWriter.write(feed);
      case ATOM -> AtomWriter.write(feed);
      case JSON -> JsonFeedWriter.write(feed);
    };
  }

  /** Where a feed is in this form. */
  String address(Feed feed) {
    return feed.address() + "." + ending;
  }

  /** With the characters it is written in. */
  String contentType() {
    return mediaType + "; charset=utf-8";
  }

  static Optional<FeedForm> of(String ending) {
    return Arrays.stream(values()).filter(form -> form.ending.equals(ending)).findFirst();
  }
}

package social.parley.web.feeds;

import java.util.function.Function;

/** The three forms of a feed. */
enum FeedForm {
  RSS("rss", "application/rss+xml", RssWriter::write),
  ATOM("atom", "application/atom+xml", AtomWriter::write),
  JSON("json", "application/feed+json", JsonFeedWriter::write);

  private final String ending;
  private final String mediaType;
  private final Function<Feed, byte[]> writer;

  FeedForm(String ending, String mediaType, Function<Feed, byte[]> writer) {
    this.ending = ending;
    this.mediaType = mediaType;
    this.writer = writer;
  }

  String ending() {
    return ending;
  }

  String mediaType() {
    return mediaType;
  }

  byte[] write(Feed feed) {
    return writer.apply(feed);
  }

  /** Where a feed is in this form. */
  String address(Feed feed) {
    return feed.address() + "." + ending;
  }
}

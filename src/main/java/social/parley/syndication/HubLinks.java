package social.parley.syndication;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.fetch.Fetched;

/** Where a feed says that it tells of news, and under what address (WebSub 4). */
record HubLinks(Iri hub, Iri topic) {
  private static final Pattern LINK = Pattern.compile("<([^<>]{1,2048})>([^<]{0,512})");
  private static final Pattern RELATION =
      Pattern.compile("(?i);\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]+))");

  /** What the header says counts before what stands in the feed. */
  static Optional<HubLinks> of(Fetched.Document found, FeedContent content) {
    String header = found.headers().getOrDefault("link", "");
    Iri hub = web(header(header, "hub"), content.hub());
    if (hub == null) return Optional.empty();
    Iri self = web(header(header, "self"), content.self());
    return Optional.of(new HubLinks(hub, self == null ? found.finalUrl() : self));
  }

  private static @Nullable Iri web(@Nullable String first, @Nullable String second) {
    String address = first == null ? second : first;
    return Iri.parse(address == null ? "" : address)
        .filter(Iri::isWeb)
        .map(Iri::withoutFragment)
        .orElse(null);
  }

  private static @Nullable String header(String header, String relation) {
    Matcher link = LINK.matcher(header);
    while (link.find()) {
      Matcher rel = RELATION.matcher(link.group(2));
      if (!rel.find()) continue;
      String words = rel.group(1) == null ? rel.group(2) : rel.group(1);
      for (String word : words.toLowerCase(Locale.ROOT).split("\\s+"))
        if (word.equals(relation)) return link.group(1);
    }
    return null;
  }
}

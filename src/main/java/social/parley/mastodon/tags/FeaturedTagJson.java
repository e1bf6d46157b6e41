package social.parley.mastodon.tags;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import social.parley.tags.FeaturedTag;

/** The FeaturedTag entity. */
public record FeaturedTagJson(
    String id, String name, String url, String statusesCount, @Nullable String lastStatusAt) {
  public static FeaturedTagJson of(FeaturedTag tag, String url) {
    Instant last = tag.lastAt();
    return new FeaturedTagJson(
        Long.toString(tag.id()),
        tag.name(),
        url,
        Long.toString(tag.posts()),
        last == null ? null : LocalDate.ofInstant(last, ZoneOffset.UTC).toString());
  }
}

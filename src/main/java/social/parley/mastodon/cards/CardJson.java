package social.parley.mastodon.cards;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.mastodon.AccountJson;

/** The PreviewCard entity; {@code history} is there among trends only. */
public record CardJson(
    String url,
    String title,
    String description,
    @Nullable String language,
    String type,
    List<Author> authors,
    String authorName,
    String authorUrl,
    String providerName,
    String providerUrl,
    String html,
    int width,
    int height,
    @Nullable String image,
    String imageDescription,
    String embedUrl,
    @Nullable String blurhash,
    @Nullable String publishedAt,
    @JsonInclude(Include.NON_NULL) @Nullable List<Day> history) {

  /** Who wrote the page; the account only where it lets the site name it. */
  public record Author(String name, String url, @Nullable AccountJson account) {}

  /** How often a link was shared on a day, which is given in seconds; counts are texts here. */
  public record Day(String day, String accounts, String uses) {}

  /** The same among trends, under the address that the page itself goes by. */
  public CardJson trending(String address, List<Day> days) {
    return new CardJson(
        address,
        title,
        description,
        language,
        type,
        authors,
        authorName,
        authorUrl,
        providerName,
        providerUrl,
        html,
        width,
        height,
        image,
        imageDescription,
        embedUrl,
        blurhash,
        publishedAt,
        days);
  }
}

package social.parley.mastodon.discovery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.announcements.NoticeReacted;
import social.parley.mastodon.EmojiJson;
import social.parley.mastodon.StatusJson;

/** The Announcement entity; {@code read} is absent where it is told to everybody at once. */
public record AnnouncementJson(
    String id,
    String content,
    @Nullable String startsAt,
    @Nullable String endsAt,
    boolean allDay,
    @Nullable String publishedAt,
    String updatedAt,
    @JsonInclude(Include.NON_NULL) @Nullable Boolean read,
    List<StatusJson.Mention> mentions,
    List<Linked> statuses,
    List<StatusJson.StatusTag> tags,
    List<EmojiJson> emojis,
    List<Reaction> reactions) {

  /** A post that it links to. */
  public record Linked(String id, String url) {}

  /** What streams tell of a reaction. */
  public record Reacted(String name, long count, String announcementId) {
    public static Reacted of(NoticeReacted reacted) {
      return new Reacted(reacted.name(), reacted.count(), Long.toString(reacted.notice()));
    }
  }

  /** How many react with an emoji; the addresses are those of a custom one's pictures. */
  @JsonInclude(Include.NON_NULL)
  public record Reaction(
      String name,
      long count,
      @Nullable Boolean me,
      @Nullable String url,
      @Nullable String staticUrl) {}
}

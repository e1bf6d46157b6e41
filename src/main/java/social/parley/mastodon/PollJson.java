package social.parley.mastodon;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.posts.Poll;

/** The Poll entity; votes are there only for a person's token. */
public record PollJson(
    String id,
    @Nullable String expiresAt,
    boolean expired,
    boolean multiple,
    long votesCount,
    @Nullable Long votersCount,
    List<Option> options,
    List<EmojiJson> emojis,
    @JsonInclude(Include.NON_NULL) @Nullable Boolean voted,
    @JsonInclude(Include.NON_NULL) @Nullable List<Integer> ownVotes) {

  /** One answer; its count is kept back while the poll hides totals. */
  public record Option(String title, @Nullable Long votesCount) {}

  /** {@code own} are the reader's votes, null for nobody; an author counts as having voted. */
  public static PollJson of(
      Poll poll, List<EmojiJson> emoji, @Nullable List<Integer> own, boolean author, Instant now) {
    Instant end = poll.expiresAt();
    boolean hidden = poll.hidesTotals(now);
    return new PollJson(
        poll.post().toString(),
        end == null ? null : ApiDates.of(end),
        poll.isOver(now),
        poll.multiple(),
        poll.votes(),
        poll.voters(),
        poll.options().stream()
            .map(option -> new Option(option.title(), hidden ? null : option.votes()))
            .toList(),
        emoji,
        own == null ? null : author || !own.isEmpty(),
        own);
  }
}

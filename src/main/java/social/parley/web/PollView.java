package social.parley.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.PostId;
import social.parley.posts.Poll;
import social.parley.posts.Post;

/** A poll as a page shows it: to be voted in, or with what came of it. */
public record PollView(
    PostId post,
    boolean multiple,
    boolean open,
    boolean mayVote,
    boolean countsHidden,
    long voters,
    @Nullable Moment end,
    String left,
    List<Option> options) {
  /** One answer; {@code percent} is of the voters. */
  public record Option(
      int position, Html title, long votes, int percent, boolean own, boolean leading) {}

  static PollView of(PostBasis basis, Poll poll, EmojiText emoji, Instant now) {
    Post post = basis.post();
    List<Integer> own = basis.votes();
    boolean open = !poll.isOver(now);
    boolean hidden = poll.hidesTotals(now);
    long whole = Math.max(1, poll.multiple() && poll.voters() > 0 ? poll.voters() : poll.votes());
    long most = poll.options().stream().mapToLong(Poll.Option::votes).max().orElse(0);
    List<Option> options = new ArrayList<>();
    for (int i = 0; i < poll.options().size(); i++) {
      Poll.Option option = poll.options().get(i);
      options.add(
          new Option(
              i,
              emoji.of(option.title(), post.emoji()),
              option.votes(),
              hidden ? 0 : (int) Math.min(100, Math.round(100.0 * option.votes() / whole)),
              own.contains(i),
              !hidden && most > 0 && option.votes() == most));
    }
    Instant end = poll.expiresAt();
    return new PollView(
        post.id(),
        poll.multiple(),
        open,
        open && basis.member() && own.isEmpty() && !basis.own().mine(),
        hidden,
        Math.max(poll.voters(), 0),
        end == null ? null : Moment.of(end, now),
        end == null || !open ? "" : Moment.left(end, now),
        options);
  }

  /** When it no longer says what is true, if nobody votes. */
  Instant until(Instant now) {
    return open && end != null ? Moment.leftUntil(end.time(), now) : Instant.MAX;
  }
}

package social.parley.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.parley.events.Attendance;
import social.parley.posts.Post;
import social.parley.quotes.ShownQuote;
import social.parley.words.Words;

/**
 * All that decides what a view of a post says, besides what changes only together with the post: in
 * whose words, who is named in it, and what one visitor has done with it and may do. Views that are
 * made from the same are the same; a post is the same only as long as it is the very same object.
 *
 * @param member whether the visitor is signed in
 * @param row the post in the list, which is another one where it is boosted
 * @param answered whom it answers
 * @param community the group that it belongs to
 * @param emoji what {@link EmojiText#edition} was
 */
record PostBasis(
    Words words,
    boolean member,
    Post row,
    Post post,
    PersonView author,
    @Nullable PersonView booster,
    @Nullable PersonView answered,
    @Nullable PersonView community,
    PostView.Own own,
    List<Integer> votes,
    List<String> reactions,
    @Nullable Attendance attendance,
    PostView.@Nullable Filtered filtered,
    @Nullable Quoted quoted,
    Object emoji) {
  @Override
  public boolean equals(Object other) {
    return other instanceof PostBasis that
        && row == that.row
        && post == that.post
        && words == that.words
        && emoji == that.emoji
        && member == that.member
        && own.equals(that.own)
        && Objects.equals(author, that.author)
        && Objects.equals(booster, that.booster)
        && Objects.equals(answered, that.answered)
        && Objects.equals(community, that.community)
        && votes.equals(that.votes)
        && reactions.equals(that.reactions)
        && attendance == that.attendance
        && Objects.equals(filtered, that.filtered)
        && Objects.equals(quoted, that.quoted);
  }

  @Override
  public int hashCode() {
    int marks = (own.mine() ? 1 : 0) + (own.favourited() ? 2 : 0) + (own.boosted() ? 4 : 0);
    return 31 * row.id().hashCode() + marks;
  }

  /** What it quotes, if that is shown. */
  @Nullable Post quotedPost() {
    PostBasis inside = quoted == null ? null : quoted.post();
    return inside == null ? null : inside.post();
  }

  /** What it quotes, where that may be shown, and whether there is a quote in that, too. */
  record Quoted(ShownQuote.State state, @Nullable PostBasis post, boolean deeper) {}
}

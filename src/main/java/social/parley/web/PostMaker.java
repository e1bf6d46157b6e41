package social.parley.web;

import static social.parley.words.Words.say;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.cards.Card;
import social.parley.core.Iri;
import social.parley.events.Attendance;
import social.parley.events.Attendances;
import social.parley.media.RemoteMedia;
import social.parley.posts.Content;
import social.parley.posts.Deed;
import social.parley.posts.Policy;
import social.parley.posts.Policy.Group;
import social.parley.posts.Poll;
import social.parley.posts.Post;
import social.parley.quotes.ShownQuote;
import social.parley.web.PostParts.Parts;
import social.parley.words.Words;

/** Makes views of posts from nothing but what they are based on and what belongs to the posts. */
final class PostMaker {
  private final MediaViews media;
  private final RemoteMedia remote;
  private final PostHtml html;
  private final EmojiText emoji;

  PostMaker(MediaViews media, RemoteMedia remote, PostHtml html, EmojiText emoji) {
    this.media = media;
    this.remote = remote;
    this.html = html;
    this.emoji = emoji;
  }

  PostView make(PostBasis basis, Parts parts, Instant now) {
    Post post = basis.post();
    Titled titled = titled(post.content());
    Instant edited = post.editedAt();
    Card card = parts.cards().get(post.id());
    Moment published = Moment.of(post.publishedAt(), now);
    Moment changed = edited == null ? null : Moment.of(edited, now);
    PollView poll = poll(basis, parts.polls().get(post.id()), now);
    PostView.QuoteView quote = quote(basis.quoted(), parts, now);
    return new PostView(
        basis.row().id(),
        post.id(),
        "/@" + basis.author().acct() + "/" + post.id(),
        post.url(),
        basis.author(),
        basis.booster(),
        basis.answered(),
        basis.community(),
        published,
        changed,
        post.reach(),
        titled.title(),
        titled.link(),
        post.warning(),
        post.sensitive(),
        html.of(post),
        summary(post, titled),
        post.language(),
        Captions.on(post, media.of(parts.files().getOrDefault(post.id(), List.of()))),
        poll,
        going(basis, now),
        quote,
        card == null ? null : LinkCard.of(card, remote),
        reactions(basis, parts),
        new PostView.Counts(
            post.replies(), post.boosts(), post.favourites(), post.dislikes(), post.quotes()),
        answerers(post),
        post.application() == null ? null : post.application().name(),
        basis.filtered(),
        basis.own(),
        until(
            published.until(),
            changed == null ? Instant.MAX : changed.until(),
            poll == null ? Instant.MAX : poll.until(now),
            closing(post, now),
            quote == null || quote.post() == null ? Instant.MAX : quote.post().until()));
  }

  private static Instant until(Instant... all) {
    Instant first = Instant.MAX;
    for (Instant one : all) if (one.isBefore(first)) first = one;
    return first;
  }

  private PostView.@Nullable QuoteView quote(
      PostBasis.@Nullable Quoted quoted, Parts parts, Instant now) {
    if (quoted == null) return null;
    PostBasis post = quoted.post();
    return new PostView.QuoteView(
        absence(quoted.state()), post == null ? null : make(post, parts, now), quoted.deeper());
  }

  private static String absence(ShownQuote.State state) {
    return switch (state) {
      case PENDING -> say("quote.pending");
      case ACCEPTED, UNAUTHORIZED -> say("quote.unauthorized");
      case REJECTED -> say("quote.rejected");
      case REVOKED -> say("quote.revoked");
      case DELETED -> say("quote.deleted");
      case BLOCKED_ACCOUNT -> say("quote.blocked_account");
      case BLOCKED_DOMAIN -> say("quote.blocked_domain");
      case MUTED_ACCOUNT -> say("quote.muted_account");
    };
  }

  private List<ReactionView> reactions(PostBasis basis, Parts parts) {
    return parts.reactions().getOrDefault(basis.post().id(), List.of()).stream()
        .map(one -> ReactionView.of(one, basis.reactions().contains(one.emoji().name()), emoji))
        .toList();
  }

  /** Who may reply, where that is not everybody who can see it. */
  private static String answerers(Post post) {
    Policy.Rule rule = post.policy().of(Deed.REPLY);
    if (rule == null || rule.automatic().has(Group.PUBLIC)) return "";
    if (rule.manual().has(Group.PUBLIC)) return say("answerers.reviewed");
    List<String> who = new ArrayList<>();
    if (rule.automatic().has(Group.FOLLOWERS)) who.add("followers");
    if (rule.automatic().has(Group.FOLLOWING)) who.add("following");
    if (rule.automatic().has(Group.MENTIONED)) who.add("mentioned");
    if (who.isEmpty()) return say("answerers.nobody");
    return say("answerers." + String.join(".", who));
  }

  private record Titled(String title, @Nullable String link) {}

  private static Titled titled(Content content) {
    return switch (content) {
      case Content.Page page ->
          new Titled(page.title(), address(page.shared() == null ? page.link() : page.shared()));
      case Content.Titled titled -> new Titled(titled.title(), address(titled.link()));
      case Content.Note _, Content.Question _, Content.Boost _ -> new Titled("", null);
    };
  }

  private static @Nullable String address(@Nullable Iri iri) {
    return iri == null ? null : iri.value();
  }

  private String summary(Post post, Titled titled) {
    if (!post.warning().isEmpty()) return post.warning();
    return titled.title().isEmpty() ? html.line(post) : titled.title();
  }

  private @Nullable PollView poll(PostBasis basis, @Nullable Poll poll, Instant now) {
    return poll == null ? null : PollView.of(basis, poll, emoji, now);
  }

  private static PostView.@Nullable Going going(PostBasis basis, Instant now) {
    if (!basis.member() || !(basis.post().content() instanceof Content.Event event)) return null;
    Attendance state = basis.attendance();
    String closed = Attendances.closed(event, now);
    boolean coming = state == Attendance.PENDING || state == Attendance.ATTENDING;
    String words =
        switch (state) {
          case PENDING -> say("going.pending");
          case ATTENDING -> say("going.attending");
          case REFUSED -> say("going.refused");
          case MAYBE, DECLINED -> "";
          case null -> closed == null ? "" : say("going.closed", Words.now().refusal(closed));
        };
    return new PostView.Going(
        words,
        coming,
        closed == null,
        !event.joining().equals("free") && !event.joining().isEmpty());
  }

  /** When nobody can say any more that they come to an event. */
  private static Instant closing(Post post, Instant now) {
    if (!(post.content() instanceof Content.Event event)) return Instant.MAX;
    Instant end = event.end() == null ? event.start() : event.end();
    return end == null || end.isBefore(now) ? Instant.MAX : end.plusNanos(1);
  }
}

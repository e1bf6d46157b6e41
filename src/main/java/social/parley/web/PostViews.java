package social.parley.web;

import static social.parley.words.Words.say;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Preferences;
import social.parley.accounts.ShowMedia;
import social.parley.actors.Actor;
import social.parley.cards.Card;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.events.Attendance;
import social.parley.events.Attendances;
import social.parley.filters.FilterAction;
import social.parley.filters.FilterContext;
import social.parley.filters.FilterMatch;
import social.parley.media.Focus;
import social.parley.media.MediaFile;
import social.parley.media.MediaUrls;
import social.parley.media.RemoteMedia;
import social.parley.posts.Content;
import social.parley.posts.Deed;
import social.parley.posts.Permission;
import social.parley.posts.Policy;
import social.parley.posts.Policy.Group;
import social.parley.posts.Poll;
import social.parley.posts.Post;
import social.parley.posts.Quote;
import social.parley.posts.Reach;
import social.parley.quotes.ShownQuote;
import social.parley.reactions.Mark;
import social.parley.translations.PostTranslations;
import social.parley.web.PostParts.Loaded;
import social.parley.words.Words;

/** Fills views of posts, as one visitor gets to see them. */
final class PostViews {
  private final PostParts parts;
  private final MediaUrls urls;
  private final RemoteMedia remote;
  private final PostTranslations translations;
  private final People people;
  private final PostHtml html;
  private final EmojiText emoji;

  PostViews(
      PostParts parts,
      MediaUrls urls,
      RemoteMedia remote,
      PostTranslations translations,
      People people,
      PostHtml html,
      EmojiText emoji) {
    this.parts = parts;
    this.urls = urls;
    this.remote = remote;
    this.translations = translations;
    this.people = people;
    this.html = html;
    this.emoji = emoji;
  }

  /** One post on its own, which no filter hides. */
  PostView of(@Nullable Visitor visitor, Post post) {
    return whole(visitor, List.of(post)).stream().findFirst().orElseThrow(Refused.NotFound::new);
  }

  /** In the order given; none is left out because of a filter. */
  List<PostView> whole(@Nullable Visitor visitor, Collection<Post> shown) {
    if (shown.isEmpty()) return List.of();
    Loaded loaded = parts.of(visitor, shown, FilterContext.THREAD);
    List<PostView> views = new ArrayList<>(shown.size());
    for (Post post : shown) {
      PostView view = view(loaded, post);
      if (view != null) views.add(view);
    }
    return views;
  }

  /**
   * In the order given; a boost of something the visitor may not see is left out, and so is what
   * one of their filters hides there.
   */
  List<PostView> of(@Nullable Visitor visitor, Collection<Post> shown, FilterContext where) {
    if (shown.isEmpty()) return List.of();
    Loaded loaded = parts.of(visitor, shown, where);
    List<PostView> views = new ArrayList<>(shown.size());
    for (Post post : shown) {
      if (isHidden(loaded, post)) continue;
      PostView view = view(loaded, post);
      if (view != null) views.add(view);
    }
    return views;
  }

  private static boolean isHidden(Loaded loaded, Post row) {
    return loaded.filtered().getOrDefault(row.id(), List.of()).stream()
        .anyMatch(match -> match.filter().action() == FilterAction.HIDE);
  }

  private @Nullable PostView view(Loaded loaded, Post row) {
    Post post = loaded.content(row);
    return post == null ? null : view(loaded, row, post, quote(loaded, post));
  }

  private @Nullable PostView view(
      Loaded loaded, Post row, Post post, PostView.@Nullable QuoteView quote) {
    Actor author = loaded.people().get(post.author());
    Actor booster = row == post ? null : loaded.people().get(row.author());
    if (author == null) return null;
    Titled titled = titled(post.content());
    Instant edited = post.editedAt();
    Card card = loaded.cards().get(post.id());
    return new PostView(
        row.id(),
        post.id(),
        "/@" + author.acct() + "/" + post.id(),
        post.url(),
        people.of(author),
        booster == null ? null : people.of(booster),
        answered(loaded, post),
        Moment.of(post.publishedAt(), loaded.now()),
        edited == null ? null : Moment.of(edited, loaded.now()),
        post.reach(),
        titled.title(),
        titled.link(),
        post.warning(),
        post.sensitive(),
        html.of(post),
        summary(post, titled),
        post.language(),
        Captions.on(post, files(loaded.files().getOrDefault(post.id(), List.of()))),
        poll(loaded, post),
        going(loaded, post),
        quote,
        card == null ? null : LinkCard.of(card, remote),
        reactions(loaded, post),
        new PostView.Counts(
            post.replies(), post.boosts(), post.favourites(), post.dislikes(), post.quotes()),
        answerers(post),
        post.application() == null ? null : post.application().name(),
        filtered(loaded.filtered().getOrDefault(row.id(), List.of())),
        own(loaded, post));
  }

  private PostView.@Nullable QuoteView quote(Loaded loaded, Post post) {
    ShownQuote shown = loaded.quotes().get(post.id());
    if (shown == null) return null;
    Post quoted = shown.quoted();
    PostView view =
        quoted == null || shown.state() != ShownQuote.State.ACCEPTED
            ? null
            : view(loaded, quoted, quoted, null);
    boolean deeper = quoted != null && loaded.quotes().containsKey(quoted.id());
    return new PostView.QuoteView(absence(shown.state()), view, deeper);
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

  private List<ReactionView> reactions(Loaded loaded, Post post) {
    List<String> own = loaded.mark(post).reactions();
    return loaded.reactions().getOrDefault(post.id(), List.of()).stream()
        .map(one -> ReactionView.of(one, own.contains(one.emoji().name()), emoji))
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

  private static PostView.@Nullable Filtered filtered(List<FilterMatch> matches) {
    if (matches.isEmpty()) return null;
    return new PostView.Filtered(
        Words.now().list(matches.stream().map(match -> match.filter().title()).toList()),
        matches.stream().allMatch(match -> match.filter().action() == FilterAction.BLUR));
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

  private @Nullable PersonView answered(Loaded loaded, Post post) {
    ActorId id = post.inReplyToAuthor();
    Actor actor = id == null ? null : loaded.people().get(id);
    return actor == null ? null : people.of(actor);
  }

  private @Nullable PollView poll(Loaded loaded, Post post) {
    Poll poll = loaded.polls().get(post.id());
    return poll == null
        ? null
        : PollView.of(post, poll, emoji, loaded.viewer(), loaded.mark(post).votes(), loaded.now());
  }

  private static PostView.@Nullable Going going(Loaded loaded, Post post) {
    if (loaded.visitor() == null || !(post.content() instanceof Content.Event event)) return null;
    Attendance state = loaded.mark(post).attendance();
    String closed = Attendances.closed(event, loaded.now());
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

  private PostView.Own own(Loaded loaded, Post post) {
    Mark mark = loaded.mark(post);
    Visitor visitor = loaded.visitor();
    boolean mine = post.author().equals(loaded.viewer());
    Preferences chosen = visitor == null ? Preferences.DEFAULT : visitor.account().preferences();
    boolean open =
        post.warning().isEmpty() ? chosen.showMedia() == ShowMedia.ALL : chosen.expandWarnings();
    Quote quote = post.quote();
    return new PostView.Own(
        mine,
        mark.favourited(),
        mark.disliked(),
        mark.boosted(),
        mark.bookmarked(),
        mark.pinned(),
        mark.muted(),
        post.reach().isOpen() || (mine && post.reach() == Reach.FOLLOWERS),
        allowed(loaded.answerable().get(post.id())) != PostView.Quoting.NOT,
        post.community() != null && !mine,
        allowed(loaded.quotable().get(post.id())),
        quote != null && quote.accepted() && !mine && isSame(loaded.viewer(), quote.author()),
        visitor != null && translations.covers(post) && isForeign(visitor, post),
        open);
  }

  private static boolean isSame(@Nullable ActorId one, @Nullable ActorId other) {
    return one != null && one.equals(other);
  }

  private static PostView.Quoting allowed(@Nullable Permission permission) {
    return switch (permission) {
      case OPEN, KNOWN -> PostView.Quoting.FREELY;
      case MANUAL, UNKNOWN -> PostView.Quoting.ASKING;
      case DENIED -> PostView.Quoting.NOT;
      case null -> PostView.Quoting.NOT;
    };
  }

  private static boolean isForeign(Visitor visitor, Post post) {
    String language = post.language();
    if (language == null || post.html().isEmpty()) return false;
    return !primary(language).equals(primary(Languages.of(visitor)));
  }

  private static String primary(String language) {
    return Locale.forLanguageTag(language).getLanguage();
  }

  Moment moment(Instant time) {
    return Moment.of(time, parts.now());
  }

  List<MediaView> files(List<MediaFile> files) {
    return files.stream().map(this::file).toList();
  }

  MediaView file(MediaFile file) {
    String full = path(urls.full(file));
    return new MediaView(
        file.id(),
        file.kind(),
        file.mediaType(),
        full,
        urls.preview(file).map(PostViews::path).orElse(full),
        file.description(),
        file.width(),
        file.height(),
        focus(file.focus()),
        file.focus(),
        List.of());
  }

  private static String path(Iri address) {
    return address.value().substring(address.origin().length());
  }

  /** One of nine places, because the policy of the pages allows no styles of their own. */
  private static String focus(Focus focus) {
    String across = focus.x() < -0.33 ? "left" : focus.x() > 0.33 ? "right" : "center";
    String down = focus.y() > 0.33 ? "top" : focus.y() < -0.33 ? "bottom" : "middle";
    return down + "-" + across;
  }
}

package social.parley.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Preferences;
import social.parley.accounts.ShowMedia;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.media.Focus;
import social.parley.media.Media;
import social.parley.media.MediaFile;
import social.parley.media.MediaUrls;
import social.parley.posts.Content;
import social.parley.posts.Poll;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.posts.Reach;
import social.parley.reactions.Bookmarks;
import social.parley.reactions.Favourites;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.text.PlainText;

/** Fills views of posts: a fixed number of statements for a list, however long it is. */
final class PostViews {
  private static final int SUMMARY = 200;

  private final Database database;
  private final Clock clock;
  private final Actors actors;
  private final Posts posts;
  private final Media media;
  private final MediaUrls urls;
  private final Favourites favourites;
  private final Bookmarks bookmarks;
  private final People people;
  private final PostHtml html;
  private final EmojiText emoji;

  /** The front doors that posts and what hangs on them are read through. */
  record Sources(
      Database database,
      Clock clock,
      Actors actors,
      Posts posts,
      Media media,
      MediaUrls urls,
      Favourites favourites,
      Bookmarks bookmarks) {}

  PostViews(Sources sources, People people, PostHtml html, EmojiText emoji) {
    this.database = sources.database();
    this.clock = sources.clock();
    this.actors = sources.actors();
    this.posts = sources.posts();
    this.media = sources.media();
    this.urls = sources.urls();
    this.favourites = sources.favourites();
    this.bookmarks = sources.bookmarks();
    this.people = people;
    this.html = html;
    this.emoji = emoji;
  }

  private record Loaded(
      @Nullable Visitor visitor,
      Instant now,
      Map<PostId, Post> boosted,
      Map<ActorId, Actor> people,
      Map<PostId, List<MediaFile>> files,
      Map<PostId, Poll> polls,
      Marks marks) {
    @Nullable ActorId viewer() {
      return visitor == null ? null : visitor.id();
    }
  }

  /** What the viewer has done with posts. */
  private record Marks(
      Set<PostId> favourited,
      Set<PostId> boosted,
      Set<PostId> bookmarked,
      Set<PostId> pinned,
      Set<PostId> muted,
      Map<PostId, List<Integer>> votes) {
    static final Marks NONE = new Marks(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Map.of());
  }

  PostView of(@Nullable Visitor visitor, Post post) {
    List<PostView> views = of(visitor, List.of(post));
    if (views.isEmpty()) throw new social.parley.core.Refused.NotFound();
    return views.getFirst();
  }

  /** In the order given; a boost of something the visitor may not see is left out. */
  List<PostView> of(@Nullable Visitor visitor, Collection<Post> shown) {
    if (shown.isEmpty()) return List.of();
    return database.read(db -> {
      Loaded loaded = load(db, visitor, shown);
      List<PostView> views = new ArrayList<>(shown.size());
      for (Post post : shown) {
        PostView view = view(loaded, post);
        if (view != null) views.add(view);
      }
      return views;
    });
  }

  private Loaded load(Reading db, @Nullable Visitor visitor, Collection<Post> shown) {
    ActorId viewer = visitor == null ? null : visitor.id();
    Set<PostId> originals = new LinkedHashSet<>();
    for (Post post : shown) if (post.boostOf() != null) originals.add(post.boostOf());
    Map<PostId, Post> boosted = new HashMap<>();
    if (!originals.isEmpty())
      for (Post post : posts.visibility().visible(db, viewer, posts.byIds(db, originals).values()))
        boosted.put(post.id(), post);
    List<Post> all = new ArrayList<>(boosted.values());
    for (Post post : shown) if (post.boostOf() == null) all.add(post);
    Set<ActorId> who = new LinkedHashSet<>();
    shown.forEach(post -> who.add(post.author()));
    for (Post post : all) {
      who.add(post.author());
      if (post.inReplyToAuthor() != null) who.add(post.inReplyToAuthor());
    }
    return new Loaded(
        visitor,
        clock.instant(),
        boosted,
        actors.byIds(db, who),
        files(db, all),
        polls(db, all),
        viewer == null ? Marks.NONE : marks(db, viewer, all));
  }

  private Map<PostId, List<MediaFile>> files(Reading db, List<Post> all) {
    List<PostId> ids = all.stream().filter(Post::hasMedia).map(Post::id).toList();
    return ids.isEmpty() ? Map.of() : media.ofPosts(db, ids);
  }

  private Map<PostId, Poll> polls(Reading db, List<Post> all) {
    List<PostId> ids = all.stream().filter(Post::hasPoll).map(Post::id).toList();
    return ids.isEmpty() ? Map.of() : posts.polls().of(db, ids);
  }

  private Marks marks(Reading db, ActorId viewer, List<Post> all) {
    List<PostId> ids = all.stream().map(Post::id).toList();
    List<PostId> polls = all.stream().filter(Post::hasPoll).map(Post::id).toList();
    List<PostId> mine =
        all.stream().filter(post -> post.author().equals(viewer)).map(Post::id).toList();
    return new Marks(
        favourites.of(db, viewer, ids),
        posts.boostedBy(db, viewer, ids),
        bookmarks.of(db, viewer, ids),
        mine.isEmpty() ? Set.of() : posts.pinnedBy(db, viewer, mine),
        posts.mutedBy(db, viewer, all),
        polls.isEmpty() ? Map.of() : posts.polls().votesOf(db, viewer, polls));
  }

  private @Nullable PostView view(Loaded loaded, Post row) {
    PostId original = row.boostOf();
    Post post = original == null ? row : loaded.boosted().get(original);
    if (post == null) return null;
    Actor author = loaded.people().get(post.author());
    Actor booster = original == null ? null : loaded.people().get(row.author());
    if (author == null) return null;
    Titled titled = titled(post.content());
    Instant edited = post.editedAt();
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
        files(loaded.files().getOrDefault(post.id(), List.of())),
        poll(loaded, post),
        post.replies(),
        post.boosts(),
        post.favourites(),
        post.application(),
        own(loaded, post));
  }

  private record Titled(String title, @Nullable String link) {}

  private static Titled titled(Content content) {
    return switch (content) {
      case Content.Titled titled -> new Titled(titled.title(), titled.link());
      case Content.Unknown unknown -> new Titled(unknown.title(), unknown.link());
      case Content.Note _, Content.Question _, Content.Boost _ -> new Titled("", null);
    };
  }

  private static String summary(Post post, Titled titled) {
    if (!post.warning().isEmpty()) return post.warning();
    return titled.title().isEmpty() ? PlainText.line(post.html(), SUMMARY) : titled.title();
  }

  private @Nullable PersonView answered(Loaded loaded, Post post) {
    ActorId id = post.inReplyToAuthor();
    Actor actor = id == null ? null : loaded.people().get(id);
    return actor == null ? null : people.of(actor);
  }

  private @Nullable PollView poll(Loaded loaded, Post post) {
    Poll poll = loaded.polls().get(post.id());
    if (poll == null) return null;
    List<Integer> votes = loaded.marks().votes().getOrDefault(post.id(), List.of());
    return PollView.of(post, poll, emoji, loaded.viewer(), votes, loaded.now());
  }

  private static PostView.Own own(Loaded loaded, Post post) {
    Marks marks = loaded.marks();
    PostId id = post.id();
    boolean mine = post.author().equals(loaded.viewer());
    Visitor visitor = loaded.visitor();
    Preferences chosen = visitor == null ? Preferences.DEFAULT : visitor.account().preferences();
    boolean open =
        post.warning().isEmpty() ? chosen.showMedia() == ShowMedia.ALL : chosen.expandWarnings();
    return new PostView.Own(
        mine,
        marks.favourited().contains(id),
        marks.boosted().contains(id),
        marks.bookmarked().contains(id),
        marks.pinned().contains(id),
        marks.muted().contains(id),
        post.reach().isOpen() || (mine && post.reach() == Reach.FOLLOWERS),
        open);
  }

  Moment moment(Instant time) {
    return Moment.of(time, clock.instant());
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
        focus(file.focus()));
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

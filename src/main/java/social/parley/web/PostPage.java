package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.filters.FilterContext;
import social.parley.http.Endpoints;
import social.parley.media.MediaKind;
import social.parley.posts.Post;
import social.parley.posts.PostVersion;
import social.parley.posts.Posts;
import social.parley.posts.Thread;

/** One post with its thread, and its versions. */
public final class PostPage implements Endpoints {
  private final Routing routing;
  private final Pages pages;
  private final Visitors visitors;
  private final PostViews views;
  private final AddressedPost addressed;
  private final Composing composing;
  private final Actors actors;
  private final Posts posts;

  PostPage(
      PageParts parts, AddressedPost addressed, Composing composing, Actors actors, Posts posts) {
    this.routing = parts.routing();
    this.pages = parts.pages();
    this.visitors = parts.visitors();
    this.views = parts.views();
    this.addressed = addressed;
    this.composing = composing;
    this.actors = actors;
    this.posts = posts;
  }

  /** How a post looked over time. */
  public record History(PostView post, List<Version> versions) {}

  /** One version of a post. */
  public record Version(Moment written, String warning, Html body, List<String> options) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routing.page(routes, "/@{name}/{id}", this::show);
    routing.page(routes, "/@{name}/{id}/history", this::history);
  }

  private void show(Context ctx) {
    Post post = addressed.of(ctx);
    if (post.boostOf() != null) {
      Visitor visitor = visitors.find(ctx).orElse(null);
      LocalPath.go(ctx, views.of(visitor, post).href());
      return;
    }
    Visitor visitor = visitors.find(ctx).orElse(null);
    Thread thread = posts.context(visitor == null ? null : visitor.id(), post);
    boolean unfinished =
        visitor != null
            && posts.completions().opened(post).filter(one -> !one.finished()).isPresent();
    List<Post> around = new ArrayList<>(thread.ancestors());
    around.addAll(thread.descendants());
    Map<PostId, PostView> shown = new HashMap<>();
    for (PostView view : views.of(visitor, around, FilterContext.THREAD))
      shown.put(view.id(), view);
    PostView view = views.of(visitor, post);
    shown.put(view.id(), view);
    ThreadView threadView =
        new ThreadView(
            inOrder(thread.ancestors(), shown),
            view,
            post.threadRoot() == null ? post.id() : post.threadRoot(),
            post.isReply() && thread.ancestors().isEmpty(),
            new ThreadTree(post.id(), thread.descendants(), shown).branches(post.id()),
            unfinished,
            visitor == null ? null : composing.answering(visitor, post, view));
    pages.show(ctx, head(post, view), "post", threadView);
  }

  private static List<PostView> inOrder(List<Post> list, Map<PostId, PostView> shown) {
    return list.stream().map(post -> shown.get(post.id())).filter(Objects::nonNull).toList();
  }

  private Head head(Post post, PostView view) {
    Site site = pages.site();
    Actor author = actors.byId(post.author()).orElseThrow(Refused.NotFound::new);
    MediaView picture =
        post.sensitive()
            ? null
            : view.media().stream()
                .filter(file -> file.kind() == MediaKind.IMAGE)
                .findFirst()
                .orElse(null);
    String name = view.author().plainName();
    boolean open = post.local() && post.reach().isOpen();
    return Head.of(name + ": " + view.summary())
        .canonical(post.local() ? site.base() + view.href() : post.url())
        .embed(open ? embed(post) : null)
        .activity(open ? post.iri().value() : null)
        .schema(Schema.of(site, post, author, view))
        .hidden(!open || !author.indexable())
        .card(card(site, post, view, picture));
  }

  private static String embed(Post post) {
    return "/api/oembed?format=json&url=" + URLEncoder.encode(post.url(), StandardCharsets.UTF_8);
  }

  private static OpenGraph card(Site site, Post post, PostView view, @Nullable MediaView picture) {
    PersonView author = view.author();
    OpenGraph card =
        new OpenGraph(
                "article",
                author.plainName() + " (@" + author.handle() + ")",
                view.summary(),
                Schema.absolute(site, picture == null ? author.avatar() : picture.url()),
                picture != null)
            .with("article:published_time", view.published().iso())
            .with("article:author", Schema.absolute(site, author.href()))
            .with("profile:username", author.handle());
    if (view.edited() != null) card = card.with("article:modified_time", view.edited().iso());
    if (picture == null || picture.description().isEmpty()) return card;
    return card.with("og:image:alt", picture.description());
  }

  private void history(Context ctx) {
    Post post = addressed.of(ctx);
    PostView view = views.of(visitors.find(ctx).orElse(null), post);
    List<PostVersion> versions = posts.history(visitors.viewer(ctx), post.id());
    List<Version> shown =
        versions.reversed().stream()
            .map(version ->
                new Version(
                    views.moment(version.writtenAt()),
                    version.warning(),
                    new Html(version.html()),
                    version.options()))
            .toList();
    pages.show(
        ctx, Head.of(say("history.title")).hidden(true), "history", new History(view, shown));
  }
}

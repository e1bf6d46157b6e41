package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.filters.FilterContext;
import social.parley.http.Endpoints;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.quotes.Quotes;
import social.parley.reactions.EmojiReactions;
import social.parley.reactions.Favourites;

/** Who liked a post, passed it on, reacted to it or quoted it. */
public final class PostCrowdPage implements Endpoints {
  private static final int MOST_REACTORS = 40;

  private final Routing routing;
  private final Pages pages;
  private final Visitors visitors;
  private final AddressedPost addressed;
  private final PostViews views;
  private final Feeds feeds;
  private final People people;
  private final Introductions introductions;
  private final Posts posts;
  private final Favourites favourites;
  private final EmojiReactions reactions;
  private final Quotes quotes;

  PostCrowdPage(
      PageParts parts,
      AddressedPost addressed,
      Posts posts,
      Favourites favourites,
      EmojiReactions reactions,
      Quotes quotes) {
    this.routing = parts.routing();
    this.pages = parts.pages();
    this.visitors = parts.visitors();
    this.views = parts.views();
    this.feeds = parts.feeds();
    this.people = parts.people();
    this.introductions = parts.introductions();
    this.addressed = addressed;
    this.posts = posts;
    this.favourites = favourites;
    this.reactions = reactions;
    this.quotes = quotes;
  }

  /** What they did. */
  public enum Deed {
    FAVOURITES,
    BOOSTS,
    REACTIONS,
    QUOTES
  }

  /** One of the lists; those that the deed does not need are empty. */
  public record View(
      PostView post,
      Deed deed,
      @Nullable PeopleView people,
      List<Reactors> reactors,
      @Nullable FeedView quotes) {}

  /** Who reacts with one emoji, the latest first, and how many there are in all. */
  public record Reactors(ReactionView reaction, List<PersonView> people) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routing.page(
        routes, "/@{name}/{id}/favourites", ctx -> people(ctx, Deed.FAVOURITES, favourites::by));
    routing.page(routes, "/@{name}/{id}/boosts", ctx -> people(ctx, Deed.BOOSTS, posts::boostedBy));
    routing.page(routes, "/@{name}/{id}/reactions", this::reactions);
    routing.page(routes, "/@{name}/{id}/quotes", this::quotes);
  }

  private interface Doers {
    Page<ActorId> page(social.parley.core.PostId post, Cursor cursor);
  }

  private void people(Context ctx, Deed deed, Doers doers) {
    Post post = addressed.of(ctx);
    Function<Cursor, Page<ActorId>> list = at -> doers.page(post.id(), at);
    Page<ActorId> page = list.apply(Feeds.cursor(ctx, Feeds.PEOPLE));
    PeopleView shown =
        new PeopleView(
            introductions.of(visitors.find(ctx).orElse(null), page.items()),
            Feeds.more(ctx, page, Feeds.PEOPLE, list));
    if (Feeds.isContinuation(ctx)) pages.part(ctx, "people", "people", shown);
    else show(ctx, post, deed, shown, List.of(), null);
  }

  private void reactions(Context ctx) {
    Post post = addressed.of(ctx);
    Map<String, List<ActorId>> doers = reactions.reactors(post.id(), MOST_REACTORS);
    Map<ActorId, PersonView> known = new HashMap<>();
    List<ActorId> all = doers.values().stream().flatMap(List::stream).distinct().toList();
    for (PersonView person : people.of(all)) known.put(person.id(), person);
    List<Reactors> shown = new ArrayList<>();
    for (ReactionView one : views.of(visitors.find(ctx).orElse(null), post).reactions())
      shown.add(
          new Reactors(
              one,
              doers.getOrDefault(one.name(), List.of()).stream()
                  .map(known::get)
                  .filter(Objects::nonNull)
                  .toList()));
    show(ctx, post, Deed.REACTIONS, null, shown, null);
  }

  private void quotes(Context ctx) {
    Post post = addressed.of(ctx);
    ActorId viewer = visitors.viewer(ctx);
    FeedView feed =
        feeds.posts(
            ctx,
            FilterContext.PUBLIC,
            at -> {
              var ids = quotes.of(viewer, post.id(), at);
              return ids.with(posts.visibleInOrder(viewer, ids.items()));
            });
    if (Feeds.isContinuation(ctx)) pages.part(ctx, "feed", "feed", feed);
    else show(ctx, post, Deed.QUOTES, null, List.of(), feed);
  }

  private void show(
      Context ctx,
      Post post,
      Deed deed,
      @Nullable PeopleView shown,
      List<Reactors> reactors,
      @Nullable FeedView feed) {
    String title =
        switch (deed) {
          case FAVOURITES -> say("crowd.liked");
          case BOOSTS -> say("crowd.boosted");
          case REACTIONS -> say("react.all");
          case QUOTES -> say("crowd.quotes");
        };
    PostView view = views.of(visitors.find(ctx).orElse(null), post);
    pages.show(
        ctx, Head.of(title).hidden(true), "crowd", new View(view, deed, shown, reactors, feed));
  }
}

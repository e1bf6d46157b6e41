package social.parley.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.ActorKind;
import social.parley.actors.Intent;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.filters.FilterContext;
import social.parley.follows.Endorsements;
import social.parley.follows.Follows;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.posts.CommunityModerators;
import social.parley.posts.Completions;
import social.parley.posts.Post;
import social.parley.tags.FeaturedTags;
import social.parley.timelines.AccountFilter;
import social.parley.timelines.Timelines;

/** A person's page: who they are, what they wrote, and whom they know. */
public final class ProfilePage implements Endpoints {
  private static final AccountFilter POSTS =
      new AccountFilter(false, true, false, false, false, null);
  private static final AccountFilter MEDIA =
      new AccountFilter(true, true, true, false, false, null);
  private static final AccountFilter MEDIA_OF_REPLIES =
      new AccountFilter(true, false, true, false, false, null);
  private static final AccountFilter PINNED =
      new AccountFilter(false, false, false, false, true, null);

  private static final int MOST_FEATURED = 40;

  private final Routing routing;
  private final Pages pages;
  private final Visitors visitors;
  private final Feeds feeds;
  private final PostViews views;
  private final People people;
  private final Introductions introductions;
  private final Profile profile;
  private final Timelines timelines;
  private final Completions completions;
  private final CommunityModerators staff;
  private final Follows follows;
  private final Endorsements endorsements;
  private final FeaturedTags featuredTags;
  private final FeaturedSections sections;

  ProfilePage(
      PageParts parts,
      Profile profile,
      Timelines timelines,
      Completions completions,
      CommunityModerators staff,
      WebSurface.Persons persons) {
    this.routing = parts.routing();
    this.pages = parts.pages();
    this.visitors = parts.visitors();
    this.feeds = parts.feeds();
    this.views = parts.views();
    this.people = parts.people();
    this.introductions = parts.introductions();
    this.profile = profile;
    this.timelines = timelines;
    this.completions = completions;
    this.staff = staff;
    this.follows = persons.follows();
    this.endorsements = persons.endorsements();
    this.featuredTags = persons.featuredTags();
    this.sections = new FeaturedSections(persons.collections(), people);
  }

  /** The parts of a profile. */
  public enum Tab {
    POSTS,
    REPLIES,
    MEDIA,
    FEATURED,
    FOLLOWERS,
    FOLLOWING
  }

  /**
   * A profile with one of its parts: posts or people; {@code unfinished} while more posts are being
   * fetched, and who moderates it where it is a community.
   */
  public record View(
      ProfileView profile,
      Tab tab,
      List<PostView> pinned,
      @Nullable FeedView feed,
      boolean unfinished,
      @Nullable PeopleView people,
      List<PersonView> moderators,
      @Nullable Featured featured) {}

  /** What somebody wants others to find first: tags they write about, people, and collections. */
  public record Featured(
      List<Tag> tags, List<PersonView> people, List<FeaturedSection> collections) {
    public boolean isEmpty() {
      return tags.isEmpty() && people.isEmpty() && collections.isEmpty();
    }
  }

  /** A tag, and how often its person used it. */
  public record Tag(long id, String name, String href, long posts) {}

  /** Where strangers who have an account elsewhere go to follow somebody. */
  public static String away(PersonView person, Site site) {
    return AwayPage.href(
        Intent.FOLLOW, person.local() ? site.base() + person.href() : "acct:" + person.handle());
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routing.page(routes, "/@{name}", ctx -> posts(ctx, Tab.POSTS, POSTS));
    routing.page(routes, "/@{name}/replies", ctx -> posts(ctx, Tab.REPLIES, AccountFilter.ALL));
    routing.page(routes, "/@{name}/media", ctx -> posts(ctx, Tab.MEDIA, MEDIA));
    routing.page(routes, "/@{name}/featured", this::featured);
    routing.memberForm(routes, "/featured-tags", this::feature);
    routing.memberForm(routes, "/featured-tags/{id}/remove", this::unfeature);
    routing.page(
        routes, "/@{name}/followers", ctx -> people(ctx, Tab.FOLLOWERS, follows::followers));
    routing.page(
        routes, "/@{name}/following", ctx -> people(ctx, Tab.FOLLOWING, follows::following));
  }

  private Actor actor(Context ctx) {
    Actor actor = people.find(ctx.pathParam("name")).orElseThrow(Refused.NotFound::new);
    if (actor.isDeleted()) throw new Refused.Gone();
    if (!actor.isPresent()) throw new Refused.NotFound();
    return actor;
  }

  private void posts(Context ctx, Tab tab, AccountFilter filter) {
    Actor actor = actor(ctx);
    Visitor visitor = visitors.find(ctx).orElse(null);
    ActorId viewer = visitor == null ? null : visitor.id();
    AccountFilter wanted =
        filter.equals(MEDIA) && actor.tabs().mediaOfReplies() ? MEDIA_OF_REPLIES : filter;
    FeedView feed =
        feeds.posts(ctx, FilterContext.ACCOUNT, at -> timelines.of(viewer, actor.id(), wanted, at));
    if (Feeds.isContinuation(ctx)) {
      pages.part(ctx, "feed", "feed", feed);
      return;
    }
    List<PostView> pinned = List.of();
    if (tab == Tab.POSTS && ctx.queryParam("max_id") == null) {
      List<Post> first =
          timelines.of(viewer, actor.id(), PINNED, Cursor.first(Feeds.LENGTH)).items();
      pinned = views.of(visitor, first, FilterContext.ACCOUNT);
      feed = without(feed, pinned);
    }
    boolean unfinished =
        visitor != null && completions.opened(actor).filter(one -> !one.finished()).isPresent();
    show(
        ctx,
        actor,
        new View(
            profile.of(visitor, actor),
            tab,
            pinned,
            feed,
            unfinished,
            null,
            moderators(actor),
            null));
  }

  private static FeedView without(FeedView feed, List<PostView> pinned) {
    List<PostView> rest = new ArrayList<>(feed.posts());
    for (PostView pin : pinned) rest.removeIf(post -> post.key().equals(pin.key()));
    return new FeedView(rest, feed.more());
  }

  private void featured(Context ctx) {
    Actor actor = actor(ctx);
    Visitor visitor = visitors.find(ctx).orElse(null);
    List<Tag> tags =
        featuredTags.of(actor.id()).stream()
            .map(tag -> new Tag(tag.id(), tag.name(), TagLink.of(tag.tag()), tag.posts()))
            .toList();
    List<ActorId> recommended = endorsements.page(actor.id(), Cursor.first(MOST_FEATURED)).items();
    Featured shown = new Featured(tags, people.of(recommended), sections.of(visitor, actor.id()));
    ProfileView view = profile.of(visitor, actor);
    show(
        ctx,
        actor,
        new View(view, Tab.FEATURED, List.of(), null, false, null, moderators(actor), shown));
  }

  private void feature(Context ctx, Visitor me) {
    var unused = featuredTags.add(me.id(), Parameters.of(ctx).text("tag", ""));
    LocalPath.go(ctx, "/@" + me.actor().acct() + "/featured");
  }

  private void unfeature(Context ctx, Visitor me) {
    featuredTags.remove(me.id(), Routing.id(ctx));
    LocalPath.go(ctx, "/@" + me.actor().acct() + "/featured");
  }

  private interface Neighbours {
    Page<ActorId> page(ActorId of, Cursor cursor);
  }

  private void people(Context ctx, Tab tab, Neighbours neighbours) {
    Actor actor = actor(ctx);
    Visitor visitor = visitors.find(ctx).orElse(null);
    boolean mine = visitor != null && visitor.id().equals(actor.id());
    if (actor.hideCollections() && !mine)
      throw new Refused.Forbidden("This person keeps their list to themselves.");
    Function<Cursor, Page<ActorId>> list = at -> neighbours.page(actor.id(), at);
    Page<ActorId> page = list.apply(Feeds.cursor(ctx, Feeds.PEOPLE));
    PeopleView shown =
        new PeopleView(
            introductions.of(visitor, page.items()), Feeds.more(ctx, page, Feeds.PEOPLE, list));
    if (Feeds.isContinuation(ctx)) pages.part(ctx, "people", "people", shown);
    else
      show(
          ctx,
          actor,
          new View(
              profile.of(visitor, actor),
              tab,
              List.of(),
              null,
              false,
              shown,
              moderators(actor),
              null));
  }

  private List<PersonView> moderators(Actor actor) {
    return actor.kind() == ActorKind.GROUP && !actor.local()
        ? people.of(staff.of(actor.id()))
        : List.of();
  }

  private void show(Context ctx, Actor actor, View view) {
    Head head = profile.head(pages.site(), actor, view.profile());
    // A list of people is no page about this one, and those on it were not asked.
    if (view.people() != null) head = head.hidden(true).schema(null);
    pages.show(ctx, view.profile().mine() ? head.at(Nav.PROFILE) : head, "profile", view);
  }
}

package social.parley.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.filters.FilterContext;
import social.parley.http.Endpoints;
import social.parley.posts.Post;
import social.parley.timelines.PublicFilter;
import social.parley.timelines.Timelines;

/** The front page: what this community is, who is here and what they say. */
public final class LandingPage implements Endpoints {
  private static final int POSTS = 12;
  private static final int LOOKED_AT = 40;
  private static final int PEOPLE = 8;

  private final Routing routing;
  private final Pages pages;
  private final Visitors visitors;
  private final Timelines timelines;
  private final PostViews views;
  private final People people;
  private final Actors actors;

  LandingPage(
      Routing routing,
      Pages pages,
      Visitors visitors,
      Timelines timelines,
      PostViews views,
      People people,
      Actors actors) {
    this.routing = routing;
    this.pages = pages;
    this.visitors = visitors;
    this.timelines = timelines;
    this.views = views;
    this.people = people;
    this.actors = actors;
  }

  /** What the front page shows. */
  public record View(List<PostView> posts, List<PersonView> people, long members, long written) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routing.page(routes, "/", this::show);
  }

  private void show(Context ctx) {
    if (visitors.find(ctx).isPresent()) {
      LocalPath.go(ctx, "/home");
      return;
    }
    List<Post> recent =
        timelines.everyone(null, PublicFilter.LOCAL, Cursor.first(LOOKED_AT)).items();
    Set<ActorId> writers = new LinkedHashSet<>();
    recent.forEach(post -> writers.add(post.author()));
    List<PersonView> known =
        actors.byIds(writers).values().stream()
            .filter(Actor::isPresent)
            .filter(Actor::discoverable)
            .sorted((a, b) -> Long.compare(b.followersCount(), a.followersCount()))
            .limit(PEOPLE)
            .map(people::of)
            .toList();
    List<Post> shown = recent.stream().limit(POSTS).toList();
    View view =
        new View(
            views.of(null, shown, FilterContext.PUBLIC),
            known,
            actors.countLocal(),
            actors.countLocalPosts());
    Site site = pages.site();
    Head head =
        Head.of(site.name())
            .canonical(site.base() + "/")
            .card(
                new OpenGraph("website", site.name(), site.summary(), site.face().banner(), true));
    pages.show(ctx, head, "landing", view);
  }
}

package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.timelines.Reason;
import social.parley.timelines.Reasons;

/** Why the visitor sees a post, as a page or in the menu of the post. */
public final class WhyPage implements Endpoints {
  private final PageParts parts;
  private final Posts posts;
  private final Reasons reasons;

  WhyPage(PageParts parts, Posts posts, Reasons reasons) {
    this.parts = parts;
    this.posts = posts;
    this.reasons = reasons;
  }

  /** The post and what brought it. */
  public record View(PostView post, List<Line> lines) {}

  /** One reason, with its icon and where it can be looked at, if anywhere. */
  public record Line(String icon, String words, @Nullable String href) {}

  @Override
  public void addTo(RoutesConfig routes) {
    parts.routing().memberPage(routes, "/posts/{id}/why", this::show);
  }

  private void show(Context ctx, Visitor me) {
    View view = view(ctx, me);
    if (LocalPath.isPartial(ctx)) parts.pages().part(ctx, "why", "view", view);
    else parts.pages().show(ctx, Head.of(say("why.title")).hidden(true), "why", view);
  }

  /** Of the post, or the boost, that the path names. */
  View view(Context ctx, Visitor me) {
    Post row = seen(me, PostId.parse(ctx.pathParam("id")));
    Post content = row.boostOf() == null ? null : seen(me, row.boostOf());
    List<Line> lines = lines(reasons.of(me.id(), row, content));
    return new View(parts.views().of(me, row), lines.isEmpty() ? List.of(lookedFor()) : lines);
  }

  private Post seen(Visitor me, PostId id) {
    return posts.visibleInOrder(me.id(), List.of(id)).stream()
        .findFirst()
        .orElseThrow(Refused.NotFound::new);
  }

  private static Line lookedFor() {
    return new Line("search", say("why.found"), null);
  }

  private List<Line> lines(List<Reason> reasons) {
    Set<ActorId> ids = new LinkedHashSet<>();
    for (Reason reason : reasons)
      switch (reason) {
        case Reason.Followed(ActorId author) -> ids.add(author);
        case Reason.Boosted(ActorId by) -> ids.add(by);
        case Reason.Answers(ActorId whom) -> ids.add(whom);
        case Reason.Own _, Reason.Tagged _, Reason.Listed _, Reason.Named _ -> {}
      }
    Map<ActorId, PersonView> people = new HashMap<>();
    for (PersonView person : parts.people().of(ids)) people.put(person.id(), person);
    return reasons.stream().map(reason -> line(reason, people)).toList();
  }

  private static Line line(Reason reason, Map<ActorId, PersonView> people) {
    return switch (reason) {
      case Reason.Own() -> new Line("person", say("why.own"), null);
      case Reason.Followed(ActorId author) -> person("person", "why.followed", people.get(author));
      case Reason.Boosted(ActorId by) -> person("boost", "why.boosted", people.get(by));
      case Reason.Answers(ActorId whom) -> person("reply", "why.answers", people.get(whom));
      case Reason.Tagged(String tag) ->
          new Line("tag", say("why.tagged", "#" + tag), TagLink.of(tag));
      case Reason.Listed listed ->
          new Line(
              "list", say("why.listed", listed.list().title()), "/lists/" + listed.list().id());
      case Reason.Named() -> new Line("mail", say("why.named"), null);
    };
  }

  private static Line person(String icon, String key, @Nullable PersonView person) {
    return person == null
        ? new Line(icon, say(key, say("why.somebody")), null)
        : new Line(icon, say(key, person.plainName()), person.href());
  }
}

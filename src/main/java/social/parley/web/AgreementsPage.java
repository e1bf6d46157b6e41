package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.http.Endpoints;
import social.parley.interactions.InteractionRequest;
import social.parley.interactions.Interactions;
import social.parley.interactions.RequestFilter;
import social.parley.posts.Deed;
import social.parley.posts.Posts;

/** Replies, likes, boosts and quotes that wait until the author of the post agrees. */
public final class AgreementsPage implements Endpoints {
  private static final String PATH = "/requests/posts";
  private static final RequestFilter ALL = new RequestFilter(EnumSet.allOf(Deed.class), null);

  private final PageParts parts;
  private final Interactions interactions;
  private final Posts posts;

  AgreementsPage(PageParts parts, Interactions interactions, Posts posts) {
    this.parts = parts;
    this.interactions = interactions;
    this.posts = posts;
  }

  /** A piece of the list. */
  public record View(List<Row> rows, @Nullable String more) {}

  /** What somebody wants to do with a post, and what they wrote for it, if they did. */
  public record Row(
      long id, PersonView person, String deed, PostView post, @Nullable PostView made) {}

  /** What is answered to a request. */
  private interface Answer {
    InteractionRequest give(ActorId me, long request);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    parts.routing().memberPage(routes, PATH, this::show);
    answer(routes, "accept", interactions::accept);
    answer(routes, "reject", interactions::reject);
  }

  private void answer(RoutesConfig routes, String name, Answer answer) {
    parts
        .routing()
        .memberForm(
            routes,
            PATH + "/{id}/" + name,
            (ctx, me) -> {
              var unused = answer.give(me.id(), Routing.id(ctx));
              LocalPath.back(ctx, PATH);
            });
  }

  private void show(Context ctx, Visitor me) {
    Function<Cursor, Page<InteractionRequest>> list = at -> interactions.pending(me.id(), ALL, at);
    Page<InteractionRequest> page = list.apply(Feeds.cursor(ctx, Feeds.LENGTH));
    View view = new View(rows(me, page.items()), Feeds.more(ctx, page, Feeds.LENGTH, list));
    parts
        .pages()
        .show(ctx, Head.of(say("agreements.head")).at(Nav.NOTIFICATIONS), "agreements", view);
  }

  private List<Row> rows(Visitor me, List<InteractionRequest> list) {
    Map<ActorId, PersonView> people = new HashMap<>();
    for (PersonView person :
        parts.people().of(list.stream().map(InteractionRequest::actorId).distinct().toList()))
      people.put(person.id(), person);
    Set<PostId> ids = new LinkedHashSet<>();
    for (InteractionRequest one : list) {
      ids.add(one.postId());
      if (one.madeId() != null && isWritten(one)) ids.add(one.madeId());
    }
    Map<PostId, PostView> views = new HashMap<>();
    for (PostView view : parts.views().whole(me, posts.visibleInOrder(me.id(), List.copyOf(ids))))
      views.put(view.key(), view);
    List<Row> rows = new ArrayList<>();
    for (InteractionRequest one : list) {
      PersonView person = people.get(one.actorId());
      PostView post = views.get(one.postId());
      if (person == null || post == null) continue;
      PostId made = one.madeId();
      rows.add(
          new Row(
              one.id(),
              person,
              deed(one.deed()),
              post,
              made == null || !isWritten(one) ? null : views.get(made)));
    }
    return rows;
  }

  private static boolean isWritten(InteractionRequest one) {
    return one.deed() == Deed.REPLY || one.deed() == Deed.QUOTE;
  }

  private static String deed(Deed deed) {
    return switch (deed) {
      case LIKE -> say("agreements.like");
      case REPLY -> say("agreements.reply");
      case BOOST -> say("agreements.boost");
      case QUOTE -> say("agreements.quote");
    };
  }
}

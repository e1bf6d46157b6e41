package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.conversations.Conversation;
import social.parley.conversations.Conversations;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.filters.FilterContext;
import social.parley.http.Endpoints;
import social.parley.posts.Post;
import social.parley.posts.Posts;

/** The conversations of a person: posts that go to the people mentioned alone. */
public final class MessagesPage implements Endpoints {
  private final PageParts parts;
  private final Conversations conversations;
  private final Posts posts;
  private final Composing composing;

  MessagesPage(PageParts parts, Conversations conversations, Posts posts, Composing composing) {
    this.parts = parts;
    this.conversations = conversations;
    this.posts = posts;
    this.composing = composing;
  }

  /** One conversation in the list: with whom, and its last letter. */
  public record Row(long id, List<PersonView> people, PostView last, boolean unread) {}

  /** A piece of the list. */
  public record All(List<Row> rows, @Nullable String more) {}

  /** One conversation with its letters, the latest first, and the form for the next one. */
  public record Read(
      long id, List<PersonView> people, FeedView feed, @Nullable ComposerView composer) {}

  @Override
  public void addTo(RoutesConfig routes) {
    Routing routing = parts.routing();
    routing.memberPage(routes, "/messages", this::all);
    routing.memberPage(routes, "/messages/{id}", this::read);
    routing.memberForm(routes, "/messages/{id}/read", this::letterSeen);
    routing.memberForm(routes, "/messages/{id}/remove", this::remove);
  }

  private void all(Context ctx, Visitor me) {
    Function<Cursor, Page<Conversation>> list = at -> conversations.page(me.id(), at);
    Page<Conversation> page = list.apply(Feeds.cursor(ctx, Feeds.LENGTH));
    All view = new All(rows(me, page.items()), Feeds.more(ctx, page, Feeds.LENGTH, list));
    if (Feeds.isContinuation(ctx)) parts.pages().part(ctx, "messages", "list", view);
    else parts.pages().show(ctx, Head.of(say("nav.messages")).at(Nav.MESSAGES), "messages", view);
  }

  private List<Row> rows(Visitor me, List<Conversation> list) {
    Set<ActorId> who = new LinkedHashSet<>();
    List<PostId> ids = new ArrayList<>();
    for (Conversation one : list) {
      who.addAll(one.participants());
      if (one.lastPost() != null) ids.add(one.lastPost());
    }
    Map<ActorId, PersonView> people = new HashMap<>();
    for (PersonView person : parts.people().of(who)) people.put(person.id(), person);
    Map<PostId, PostView> last = new HashMap<>();
    List<Post> seen = posts.visibleInOrder(me.id(), ids);
    for (PostView view : parts.views().of(me, seen, FilterContext.NOTIFICATIONS))
      last.put(view.id(), view);
    List<Row> rows = new ArrayList<>();
    for (Conversation one : list) {
      PostView post = one.lastPost() == null ? null : last.get(one.lastPost());
      if (post == null) continue;
      List<PersonView> others =
          one.participants().stream().map(people::get).filter(Objects::nonNull).toList();
      rows.add(new Row(one.id(), others, post, one.unread()));
    }
    return rows;
  }

  private void read(Context ctx, Visitor me) {
    Conversation one = conversations.find(me.id(), Routing.id(ctx));
    FeedView feed =
        parts
            .feeds()
            .posts(ctx, FilterContext.THREAD, at -> conversations.posts(me.id(), one.id(), at));
    if (Feeds.isContinuation(ctx)) {
      parts.pages().part(ctx, "feed", "feed", feed);
      return;
    }
    markRead(me, one);
    Head head = Head.of(say("messages.one")).at(Nav.MESSAGES);
    Read view =
        new Read(
            one.id(),
            parts.people().of(one.participants()),
            feed,
            answering(me, feed.posts().isEmpty() ? null : feed.posts().getFirst()));
    parts.pages().show(ctx, head, "message", view);
  }

  private void markRead(Visitor me, Conversation one) {
    if (!one.unread()) return;
    var unused = conversations.mark(me.id(), one.id(), false);
  }

  /** A letter has come while the conversation was being looked at. */
  private void letterSeen(Context ctx, Visitor me) {
    markRead(me, conversations.find(me.id(), Routing.id(ctx)));
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private @Nullable ComposerView answering(Visitor me, @Nullable PostView last) {
    return last == null ? null : composing.answering(me, posts.seen(me.id(), last.id()), last);
  }

  private void remove(Context ctx, Visitor me) {
    conversations.putAway(me.id(), Routing.id(ctx));
    LocalPath.go(ctx, "/messages");
  }
}

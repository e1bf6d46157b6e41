package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Choice;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.PostId;
import social.parley.filters.FilterContext;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.notifications.Markers;
import social.parley.posts.Post;
import social.parley.timelines.Timelines;

/** What happened on somebody's home while they were away, by person and in short. */
public final class CatchUpPage implements Endpoints {
  static final String HOME = "home";

  /** Of more than so many posts only the latest are shown. */
  static final int MOST = 300;

  private final PageParts parts;
  private final Timelines timelines;
  private final Markers markers;
  private final Clock clock;

  CatchUpPage(PageParts parts, Timelines timelines, Markers markers, Clock clock) {
    this.parts = parts;
    this.timelines = timelines;
    this.markers = markers;
    this.clock = clock;
  }

  /** Since when. */
  public enum Span {
    LAST(Duration.ofDays(1)),
    HOURS_2(Duration.ofHours(2)),
    HOURS_8(Duration.ofHours(8)),
    DAY(Duration.ofDays(1)),
    DAYS_3(Duration.ofDays(3));

    private final Duration length;

    Span(Duration length) {
      this.length = length;
    }

    public String label() {
      return say("catchup.span." + name().toLowerCase(Locale.ROOT));
    }
  }

  /** What comes first. */
  public enum Order {
    TIME(entry -> entry.post().key().value()),
    PERSON(entry -> entry.post().key().value()),
    REPLIES(entry -> entry.post().replies()),
    LIKES(entry -> entry.post().favourites());

    private final ToLongFunction<Entry> weight;

    Order(ToLongFunction<Entry> weight) {
      this.weight = weight;
    }

    public String label() {
      return say("catchup.order." + name().toLowerCase(Locale.ROOT));
    }

    private Comparator<Entry> entries() {
      return Comparator.comparingLong(weight).reversed();
    }

    private Comparator<Group> groups() {
      return this == PERSON
          ? Comparator.comparing(group -> group.person().plainName().toLowerCase(Locale.ROOT))
          : Comparator.comparing(group -> group.entries().getFirst(), entries());
    }
  }

  /** A post, and who of those the visitor follows has boosted it. */
  public record Entry(PostView post, List<PersonView> boosters) {}

  /** What one person wrote. */
  public record Group(PersonView person, List<Entry> entries) {}

  /** All of it; {@code full} says that there was more than is shown. */
  public record View(
      Span span,
      Order order,
      @Nullable Long since,
      Moment begin,
      List<Group> groups,
      int posts,
      boolean full) {
    /** Where the same is shown in another way. */
    public String href(Span other, Order by) {
      return "/catch-up?span="
          + other.name().toLowerCase(Locale.ROOT)
          + "&by="
          + by.name().toLowerCase(Locale.ROOT)
          + (since == null ? "" : "&since=" + since);
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    parts.routing().memberPage(routes, "/catch-up", this::show);
  }

  private void show(Context ctx, Visitor me) {
    Parameters given = Parameters.of(ctx);
    Span span = Choice.of(Span.class, given.text("span", "")).orElse(Span.LAST);
    Order order = Choice.of(Order.class, given.text("by", "")).orElse(Order.TIME);
    Long since = given.has("since") ? (Long) Ids.parse(given.text("since", "")) : null;
    long begin = begin(me, span, since);
    List<Post> rows = timelines.home(me.id(), new Cursor(null, begin, null, MOST)).items();
    List<PostView> views = parts.views().of(me, rows, FilterContext.HOME);
    List<Group> groups = groups(me, views, boosters(me, views, begin), order);
    View view =
        new View(
            span,
            order,
            since,
            Moment.of(Ids.timeOf(begin), clock.instant()),
            groups,
            groups.stream().mapToInt(group -> group.entries().size()).sum(),
            rows.size() >= MOST);
    parts.pages().show(ctx, Head.of(say("catchup.title")).at(Nav.HOME), "catch-up", view);
  }

  /** The place on the home, as an id, behind which it begins. */
  private long begin(Visitor me, Span span, @Nullable Long since) {
    Instant now = clock.instant();
    if (span == Span.LAST) {
      long last = since == null ? markers.lastRead(me.id(), HOME) : since;
      if (last > 0) return last;
    }
    return Ids.floor(now.minus(span.length));
  }

  /** Who has boosted what, of those whom the visitor follows. */
  private Map<PostId, List<PersonView>> boosters(Visitor me, List<PostView> views, long begin) {
    Set<PostId> boosted = new LinkedHashSet<>();
    for (PostView view : views) if (view.booster() != null) boosted.add(view.id());
    List<Post> boosts = timelines.boosts(me.id(), boosted, begin);
    Map<ActorId, PersonView> people = new HashMap<>();
    for (PersonView person :
        parts.people().of(boosts.stream().map(Post::author).distinct().toList()))
      people.put(person.id(), person);
    Map<PostId, List<PersonView>> boosters = new HashMap<>();
    for (Post boost : boosts) {
      PersonView person = people.get(boost.author());
      if (person != null && boost.boostOf() != null)
        boosters.computeIfAbsent(boost.boostOf(), _ -> new ArrayList<>()).add(person);
    }
    return boosters;
  }

  /** One's own posts are no news. */
  private static List<Group> groups(
      Visitor me, List<PostView> views, Map<PostId, List<PersonView>> boosters, Order order) {
    Map<PostId, PostView> shown = new LinkedHashMap<>();
    for (PostView view : views)
      if (!view.author().id().equals(me.id())) shown.putIfAbsent(view.id(), view);
    Map<ActorId, List<Entry>> byPerson = new LinkedHashMap<>();
    shown.forEach((id, view) ->
        byPerson
            .computeIfAbsent(view.author().id(), _ -> new ArrayList<>())
            .add(new Entry(view, boosters.getOrDefault(id, List.of()))));
    return byPerson.values().stream()
        .map(entries -> {
          List<Entry> sorted = entries.stream().sorted(order.entries()).toList();
          return new Group(sorted.getFirst().post().author(), sorted);
        })
        .sorted(order.groups())
        .toList();
  }
}

package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.Choice;
import social.parley.core.Ids;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.filters.Filter;
import social.parley.filters.FilterAction;
import social.parley.filters.FilterChange;
import social.parley.filters.FilterChange.Expiry;
import social.parley.filters.FilterChange.Word;
import social.parley.filters.FilterContext;
import social.parley.filters.FilterKeyword;
import social.parley.filters.FilteredPost;
import social.parley.filters.Filters;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.posts.Posts;
import social.parley.words.Words;

/** A person's filters: which words they do not want to read, where, and what becomes of them. */
public final class FiltersPage implements Endpoints {
  private static final String PATH = "/settings/filters";
  private static final int SPARE = 3;
  private static final long LONGEST = Duration.ofDays(3660).toSeconds();

  private final PageParts parts;
  private final Filters filters;
  private final Posts posts;
  private final Clock clock;

  FiltersPage(PageParts parts, Filters filters, Posts posts, Clock clock) {
    this.parts = parts;
    this.filters = filters;
    this.posts = posts;
    this.clock = clock;
  }

  /** All of them. */
  public record All(List<Summary> filters) {}

  /** One of them in a few words. */
  public record Summary(
      long id, String title, FilterAction action, String words, String where, String until) {}

  /** One of them to be changed; a new one has no id. */
  public record Form(
      @Nullable Long id,
      String title,
      FilterAction action,
      Set<FilterContext> contexts,
      List<Row> words,
      List<Held> posts,
      String until,
      String lasts,
      @Nullable String problem) {}

  /** One word or phrase; a new one has no id. */
  public record Row(String id, String keyword, boolean wholeWord) {}

  /** A post that the filter holds by itself. */
  public record Held(long id, PostView post) {}

  @Override
  public void addTo(RoutesConfig routes) {
    Routing routing = parts.routing();
    routing.memberPage(routes, PATH, this::all);
    routing.memberPage(routes, PATH + "/new", (ctx, _) -> show(ctx, empty()));
    routing.memberForm(routes, PATH + "/new", (ctx, me) -> save(ctx, me, null));
    routing.memberPage(routes, PATH + "/{id}", (ctx, me) -> show(ctx, form(me, Routing.id(ctx))));
    routing.memberForm(routes, PATH + "/{id}", (ctx, me) -> save(ctx, me, Routing.id(ctx)));
    routing.memberForm(routes, PATH + "/{id}/delete", this::delete);
    routing.memberForm(routes, PATH + "/{id}/posts/{post}/remove", this::removePost);
  }

  private void all(Context ctx, Visitor me) {
    List<Summary> all = filters.of(me.id()).stream().map(this::summary).toList();
    parts
        .pages()
        .show(
            ctx, Head.of(say("filters.title")).at(Nav.SETTINGS), "settings-filters", new All(all));
  }

  private Summary summary(Filter filter) {
    List<String> words = filter.keywords().stream().map(FilterKeyword::keyword).toList();
    List<String> where =
        EnumSet.allOf(FilterContext.class).stream()
            .filter(filter.contexts()::contains)
            .map(FiltersPage::word)
            .toList();
    return new Summary(
        filter.id(),
        filter.title(),
        filter.action(),
        String.join(", ", words),
        Words.now().list(where),
        until(filter.expiresAt()));
  }

  /** Where a filter counts, as pages call it. */
  public static String word(FilterContext context) {
    return say("filters.where." + context.name().toLowerCase(Locale.ROOT));
  }

  private String until(@Nullable Instant end) {
    if (end == null) return "";
    return end.isAfter(clock.instant()) ? Moment.left(end, clock.instant()) : say("invites.over");
  }

  private Form empty() {
    return new Form(
        null,
        "",
        FilterAction.WARN,
        EnumSet.allOf(FilterContext.class),
        spare(new ArrayList<>()),
        List.of(),
        "",
        "",
        null);
  }

  private static List<Row> spare(List<Row> rows) {
    for (int i = 0; i < SPARE; i++) rows.add(new Row("", "", true));
    return rows;
  }

  private Form form(Visitor me, long id) {
    Filter filter = filters.find(me.id(), id);
    List<Row> rows = new ArrayList<>();
    for (FilterKeyword word : filter.keywords())
      rows.add(new Row(Long.toString(word.id()), word.keyword(), word.wholeWord()));
    return new Form(
        filter.id(),
        filter.title(),
        filter.action(),
        filter.contexts(),
        spare(rows),
        held(me, filter),
        until(filter.expiresAt()),
        "",
        null);
  }

  private List<Held> held(Visitor me, Filter filter) {
    Map<PostId, Long> rows = new HashMap<>();
    for (FilteredPost one : filter.posts()) rows.put(one.postId(), one.id());
    List<PostId> ids = filter.posts().stream().map(FilteredPost::postId).toList();
    return parts.views().whole(me, posts.visibleInOrder(me.id(), ids)).stream()
        .map(view -> new Held(rows.getOrDefault(view.key(), 0L), view))
        .toList();
  }

  private void show(Context ctx, Form form) {
    if (form.problem() != null) ctx.status(422);
    String title = form.id() == null ? say("filters.new") : say("filters.edit");
    parts.pages().show(ctx, Head.of(title).at(Nav.SETTINGS), "settings-filter", form);
  }

  private void save(Context ctx, Visitor me, @Nullable Long id) {
    Parameters given = Parameters.of(ctx);
    List<Row> rows = new ArrayList<>();
    for (Parameters row : given.each("words"))
      rows.add(
          new Row(row.text("id", ""), row.text("keyword", "").strip(), row.flag("whole", false)));
    Set<FilterContext> contexts = contexts(given);
    FilterAction action =
        Choice.of(FilterAction.class, given.text("action", "")).orElse(FilterAction.WARN);
    FilterChange change =
        new FilterChange(given.text("title", ""), contexts, action, expiry(given), words(rows));
    try {
      if (id == null) {
        var unused = filters.create(me.id(), change);
      } else {
        var unused = filters.update(me.id(), id, change);
      }
    } catch (Refused.Invalid wrong) {
      String problem =
          contexts.isEmpty()
              ? say("filters.nowhere")
              : Problems.sentence(
                  given.text("title", "").isBlank()
                      ? say("filters.the.name")
                      : say("filters.the.word"),
                  wrong);
      show(ctx, again(me, id, change, rows, given.text("lasts", ""), problem));
      return;
    }
    parts.pages().notice(ctx, Notice.SAVED);
    LocalPath.go(ctx, PATH);
  }

  /** The form as it was sent, with what is wrong with it. */
  private Form again(
      Visitor me,
      @Nullable Long id,
      FilterChange sent,
      List<Row> rows,
      String lasts,
      String problem) {
    Form before = id == null ? empty() : form(me, id);
    return new Form(
        id,
        Objects.requireNonNull(sent.title()),
        Objects.requireNonNull(sent.action()),
        Objects.requireNonNull(sent.contexts()),
        rows,
        before.posts(),
        before.until(),
        lasts,
        problem);
  }

  private static Set<FilterContext> contexts(Parameters given) {
    Set<FilterContext> contexts = EnumSet.noneOf(FilterContext.class);
    for (String word : given.texts("context"))
      Choice.of(FilterContext.class, word).ifPresent(contexts::add);
    return contexts;
  }

  /** Without a word about it the end stays as it is. */
  private @Nullable Expiry expiry(Parameters given) {
    String seconds = given.text("lasts", "");
    if (seconds.isEmpty()) return null;
    if (seconds.equals("forever")) return new Expiry(null);
    Long number = given.number("lasts");
    return new Expiry(
        number == null ? null : clock.instant().plusSeconds(Math.clamp(number, 60, LONGEST)));
  }

  /** A word that is there and has been emptied goes. */
  private static List<Word> words(List<Row> rows) {
    List<Word> words = new ArrayList<>();
    for (Row row : rows) {
      if (row.id().isEmpty()) {
        if (!row.keyword().isEmpty()) words.add(new Word.Added(row.keyword(), row.wholeWord()));
      } else {
        long id = Ids.parse(row.id());
        words.add(
            row.keyword().isEmpty()
                ? new Word.Removed(id)
                : new Word.Changed(id, row.keyword(), row.wholeWord()));
      }
    }
    return words;
  }

  private void delete(Context ctx, Visitor me) {
    filters.delete(me.id(), Routing.id(ctx));
    parts.pages().notice(ctx, Notice.DELETED);
    LocalPath.go(ctx, PATH);
  }

  private void removePost(Context ctx, Visitor me) {
    filters.removePost(me.id(), Ids.parse(ctx.pathParam("post")));
    LocalPath.go(ctx, PATH + "/" + Routing.id(ctx));
  }
}

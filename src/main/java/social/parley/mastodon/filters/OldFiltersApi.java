package social.parley.mastodon.filters;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Refused;
import social.parley.filters.Filter;
import social.parley.filters.FilterAction;
import social.parley.filters.FilterChange;
import social.parley.filters.FilterChange.Word;
import social.parley.filters.FilterKeyword;
import social.parley.filters.Filters;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.Authorization;
import social.parley.mastodon.FilterJson;
import social.parley.mastodon.Views;

/** {@code /api/v1/filters}, where every keyword is a filter of its own. */
public final class OldFiltersApi implements Endpoints {
  private final Authorization authorization;
  private final Filters filters;
  private final FilterReader reader;

  public OldFiltersApi(Views views, Filters filters, Clock clock) {
    this.authorization = views.authorization();
    this.filters = filters;
    this.reader = new FilterReader(clock);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/filters", this::list);
    routes.post("/api/v1/filters", this::create);
    routes.get("/api/v1/filters/{id}", this::show);
    routes.put("/api/v1/filters/{id}", this::update);
    routes.patch("/api/v1/filters/{id}", this::update);
    routes.delete("/api/v1/filters/{id}", this::delete);
  }

  private void list(Context ctx) {
    ActorId me = authorization.user(ctx, "read:filters").actor();
    ctx.json(
        filters.of(me).stream()
            .flatMap(filter -> filter.keywords().stream().map(word -> old(filter, word)))
            .toList());
  }

  private void show(Context ctx) {
    ActorId me = authorization.user(ctx, "read:filters").actor();
    FilterKeyword word = filters.keyword(me, id(ctx));
    ctx.json(old(filters.find(me, word.filterId()), word));
  }

  private void create(Context ctx) {
    ActorId me = authorization.user(ctx, "write:filters").actor();
    Parameters given = Parameters.of(ctx);
    String phrase = given.text("phrase", "");
    if (phrase.isBlank()) throw new Refused.Invalid("phrase", "ERR_BLANK", "can't be blank");
    Word word = new Word.Added(phrase, given.flag("whole_word", true));
    Filter made = filters.create(me, change(given, phrase, null, List.of(word)));
    ctx.json(old(made, made.keywords().getFirst()));
  }

  private void update(Context ctx) {
    ActorId me = authorization.user(ctx, "write:filters").actor();
    Parameters given = Parameters.of(ctx);
    FilterKeyword before = filters.keyword(me, id(ctx));
    Filter filter = filters.find(me, before.filterId());
    String phrase = given.text("phrase");
    Word word = new Word.Changed(before.id(), phrase, given.flag("whole_word"));
    boolean alone = filter.keywords().size() == 1;
    FilterChange change = change(given, alone ? phrase : null, filter, List.of(word));
    if (!alone && changesMore(filter, change))
      throw new Refused.Invalid(
          "", "These parameters cannot be changed here because they apply to several keywords");
    Filter after = filters.update(me, filter.id(), change);
    ctx.json(old(after, filters.keyword(me, before.id())));
  }

  private static boolean changesMore(Filter filter, FilterChange change) {
    return (change.contexts() != null && !change.contexts().equals(filter.contexts()))
        || (change.action() != null && change.action() != filter.action())
        || (change.expiry() != null && !Objects.equals(change.expiry().at(), filter.expiresAt()));
  }

  private void delete(Context ctx) {
    ActorId me = authorization.user(ctx, "write:filters").actor();
    FilterKeyword word = filters.keyword(me, id(ctx));
    Filter filter = filters.find(me, word.filterId());
    if (filter.keywords().size() == 1 && filter.posts().isEmpty()) filters.delete(me, filter.id());
    else filters.removeKeyword(me, word.id());
    ctx.json(Map.of());
  }

  private FilterChange change(
      Parameters given, @Nullable String title, @Nullable Filter before, List<Word> words) {
    Boolean hides = given.flag("irreversible");
    FilterAction action = null;
    if (hides != null && hides) action = FilterAction.HIDE;
    // Who does not hide may blur, which this form of a filter cannot tell.
    if (hides != null && !hides && before != null && before.action() == FilterAction.HIDE)
      action = FilterAction.WARN;
    return new FilterChange(title, reader.contexts(given), action, reader.expiry(given), words);
  }

  private static FilterJson.Old old(Filter filter, FilterKeyword word) {
    return new FilterJson.Old(
        Long.toString(word.id()),
        word.keyword(),
        FilterJson.contexts(filter.contexts()),
        word.wholeWord(),
        FilterJson.expiry(filter),
        filter.action() == FilterAction.HIDE);
  }

  private static long id(Context ctx) {
    return FilterReader.id(ctx.pathParam("id"));
  }
}

package social.parley.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.config.Settings;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.emojis.Emojis;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.search.Finder;
import social.parley.text.CharacterCount;
import social.parley.text.Hashtag;
import social.parley.text.Mention;
import social.parley.text.PostText;
import social.parley.text.Rendered;
import social.parley.text.TextFormat;

/** What helps while one writes: names that begin like this, how it will look, how long it is. */
public final class ComposeAids implements Endpoints {
  private static final int MOST = 8;
  private static final int LONGEST = 100_000;

  private final PageParts parts;
  private final Actors actors;
  private final Emojis emojis;
  private final Finder finder;
  private final EmojiSet set;
  private final EmojiText emoji;
  private final PostText text;

  ComposeAids(
      PageParts parts,
      Settings settings,
      Actors actors,
      Emojis emojis,
      Finder finder,
      EmojiSet set,
      EmojiText emoji) {
    this.parts = parts;
    this.actors = actors;
    this.emojis = emojis;
    this.finder = finder;
    this.set = set;
    this.emoji = emoji;
    this.text = new PostText(settings.handleDomain(), tag -> settings.at("/tags/" + tag));
  }

  /** What a beginning may become: of one kind, the others are empty. */
  public record Offers(List<PersonView> people, List<String> tags, List<EmojiSet.Entry> emoji) {}

  /** How a text will look. */
  public record Preview(Html body) {}

  @Override
  public void addTo(RoutesConfig routes) {
    parts.routing().memberPage(routes, "/compose/complete", this::complete);
    parts.routing().memberPage(routes, "/compose/emoji", this::emoji);
    parts.routing().memberForm(routes, "/compose/preview", this::preview);
    parts.routing().memberForm(routes, "/compose/count", this::count);
  }

  private void complete(Context ctx, Visitor me) {
    String typed = Parameters.of(ctx).text("q", "").strip();
    String rest = typed.isEmpty() ? "" : typed.substring(1);
    Offers offers =
        switch (typed.isEmpty() || rest.isEmpty() ? ' ' : typed.charAt(0)) {
          case '@' -> new Offers(people(me, rest), List.of(), List.of());
          case '#' -> new Offers(List.of(), tags(rest), List.of());
          case ':' -> new Offers(List.of(), List.of(), set.find(rest));
          default -> new Offers(List.of(), List.of(), List.of());
        };
    parts.pages().part(ctx, "offers", "offers", offers);
  }

  private List<PersonView> people(Visitor me, String beginning) {
    return parts.people().of(finder.look().people(me.id(), beginning, false, MOST));
  }

  private List<String> tags(String beginning) {
    return finder.look().tags(Hashtag.normalise(beginning), MOST);
  }

  private void emoji(Context ctx, Visitor me) {
    parts.pages().part(ctx, "emoji-picker", Map.of("groups", set.groups()));
  }

  /** Only people who are known already are named in it, as a preview asks nobody. */
  private void preview(Context ctx, Visitor me) {
    Parameters given = Parameters.of(ctx);
    String source = bounded(given);
    TextFormat format = WrittenForm.format(given);
    Map<Handle, Actor> known = new HashMap<>();
    for (Handle handle : text.handles(source, format))
      actors.byHandle(handle).ifPresent(actor -> known.put(handle, actor));
    Rendered rendered =
        text.render(
            source,
            format,
            handle -> Optional.ofNullable(known.get(handle)).map(actor -> mention(handle, actor)));
    Html body = new Html(emoji.pictured(rendered.html(), emojis.usedIn(List.of(source))));
    parts.pages().part(ctx, "preview", "preview", new Preview(body));
  }

  private static Mention mention(Handle handle, Actor actor) {
    return new Mention(handle, actor.iri(), Iri.parse(actor.url()).orElse(actor.iri()));
  }

  private void count(Context ctx, Visitor me) {
    ctx.contentType("text/plain; charset=utf-8")
        .result(String.valueOf(CharacterCount.of(bounded(Parameters.of(ctx)))));
  }

  private static String bounded(Parameters given) {
    String source = WrittenForm.text(given);
    return source.length() > LONGEST ? source.substring(0, LONGEST) : source;
  }
}

package social.parley.posts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.actors.CustomEmoji;
import social.parley.actors.RemoteActors;
import social.parley.actors.Resolution;
import social.parley.config.Settings;
import social.parley.core.ActorId;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.emojis.Emojis;
import social.parley.text.Hashtag;
import social.parley.text.PlainText;
import social.parley.text.PostText;
import social.parley.text.Rendered;
import social.parley.text.TextFormat;

/**
 * Turns what local people type into HTML, and finds out who is mentioned. It may use the network,
 * so it comes before the transaction.
 */
final class Composer {
  /** More unknown people than this in one text are left as plain text. */
  private static final int MOST_LOOKUPS = 20;

  /** What Lemmy takes. */
  private static final int LONGEST_TITLE = 200;

  private final Settings settings;
  private final Actors actors;
  private final RemoteActors remoteActors;
  private final Emojis emojis;
  private final PostText text;

  Composer(Settings settings, Actors actors, RemoteActors remoteActors, Emojis emojis) {
    this.settings = settings;
    this.actors = actors;
    this.remoteActors = remoteActors;
    this.emojis = emojis;
    this.text = new PostText(settings.handleDomain(), this::tagPage);
  }

  /**
   * The rendered text, those mentioned, the hashtags in the form they are compared by, and the
   * community it is for, if any; where that wants one, also the title, with which the text begins.
   */
  record Composed(
      String html,
      List<Actor> mentioned,
      List<String> tags,
      List<CustomEmoji> emoji,
      @Nullable ActorId community,
      String title) {
    /** As a post in a community. */
    Composed in(Actor group) {
      return new Composed(html, mentioned, tags, emoji, group.id(), title);
    }

    List<Mention> mentions() {
      return mentioned.stream().map(Composer::mention).toList();
    }

    Set<ActorId> mentionedIds() {
      Set<ActorId> ids = new HashSet<>();
      for (Actor actor : mentioned) ids.add(actor.id());
      return ids;
    }
  }

  static Mention mention(Actor actor) {
    return new Mention(actor.id(), actor.username(), actor.acct(), actor.url());
  }

  /** Composes a draft's text, and finds the emoji in everything it says. */
  Composed compose(Draft draft) {
    return compose(draft.text(), draft.format(), emojis.usedIn(texts(draft)));
  }

  /** The same with the first line for its title. */
  Composed titled(Draft draft, Submission submission, Composed whole) {
    String line = compose(submission.title(), draft.format(), List.of()).html();
    String title = PlainText.line(line, LONGEST_TITLE);
    String below = PlainText.of(line).length() > title.length() ? draft.text() : submission.text();
    String html = ForeignContent.heading(title) + compose(below, draft.format(), List.of()).html();
    return new Composed(
        html, whole.mentioned(), whole.tags(), whole.emoji(), whole.community(), title);
  }

  private static List<String> texts(Draft draft) {
    List<String> texts = new ArrayList<>(List.of(draft.text(), draft.warning()));
    if (draft.poll() != null) texts.addAll(draft.poll().options());
    return texts;
  }

  private Composed compose(String source, TextFormat format, List<CustomEmoji> emoji) {
    Map<Handle, Actor> people = people(text.handles(source, format));
    Rendered rendered =
        text.render(
            source,
            format,
            handle ->
                Optional.ofNullable(people.get(handle))
                    .map(
                        actor -> new social.parley.text.Mention(handle, actor.iri(), page(actor))));
    Map<ActorId, Actor> mentioned = new LinkedHashMap<>();
    for (social.parley.text.Mention mention : rendered.mentions()) {
      Actor actor = people.get(mention.handle());
      if (actor != null) mentioned.put(actor.id(), actor);
    }
    List<String> tags = rendered.hashtags().stream().map(Hashtag::normalise).distinct().toList();
    return new Composed(
        rendered.html(), new ArrayList<>(mentioned.values()), tags, emoji, null, "");
  }

  private Map<Handle, Actor> people(List<Handle> handles) {
    Map<Handle, Actor> people = new HashMap<>();
    int lookups = 0;
    for (Handle handle : handles) {
      Optional<Actor> known = actors.byHandle(handle);
      boolean elsewhere = !handle.domain().equals(Handle.ascii(settings.handleDomain()));
      if (known.isEmpty()
          && elsewhere
          && lookups++ < MOST_LOOKUPS
          && remoteActors.find(handle) instanceof Resolution.Found(Actor actor))
        known = Optional.of(actor);
      known.filter(Actor::isPresent).ifPresent(actor -> people.put(handle, actor));
    }
    return people;
  }

  private static Iri page(Actor actor) {
    return Iri.parse(actor.url()).orElse(actor.iri());
  }

  private Iri tagPage(String tag) {
    return Tags.page(settings, tag);
  }
}

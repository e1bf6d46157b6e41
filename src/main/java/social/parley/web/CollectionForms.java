package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.collections.CollectionChange;
import social.parley.collections.CollectionId;
import social.parley.collections.FeaturePolicy;
import social.parley.collections.FeaturedCollection;
import social.parley.collections.FeaturedCollections;
import social.parley.collections.FeaturedPerson;
import social.parley.collections.SeenCollection;
import social.parley.core.ActorId;
import social.parley.core.Refused;
import social.parley.http.Parameters;
import social.parley.search.Finder;
import social.parley.web.ComposerView.Language;
import social.parley.words.Words;

/** The forms in which a collection is described and filled, with what was typed into them. */
public final class CollectionForms {
  private static final int FEW = 6;

  /** Among how many of that name those are looked for who may be added. */
  private static final int MOST_LOOKED_AT = 40;

  private final PageParts parts;
  private final FeaturedCollections collections;
  private final FeaturedSections sections;
  private final Finder finder;
  private final List<Language> languages;

  CollectionForms(
      PageParts parts,
      FeaturedCollections collections,
      FeaturedSections sections,
      Finder finder,
      List<Language> languages) {
    this.parts = parts;
    this.collections = collections;
    this.sections = sections;
    this.finder = finder;
    this.languages = languages;
  }

  /** A collection as it is described; a new one has nobody in it and no id. */
  public record Form(
      @Nullable CollectionId id,
      String name,
      String description,
      String tag,
      String language,
      boolean sensitive,
      boolean discoverable,
      List<Language> languages,
      @Nullable Filling filling,
      Problems problems) {}

  /** Who is in a collection, and what was typed to put somebody in, with those it may mean. */
  public record Filling(
      List<FeaturedSection.Member> people,
      String typed,
      @Nullable String problem,
      List<PersonView> meant) {}

  static CollectionChange given(Context ctx) {
    Parameters given = Parameters.of(ctx);
    return new CollectionChange(
        given.text("name", ""),
        given.text("description", "").replace("\r\n", "\n"),
        given.text("language", ""),
        given.text("tag_name", ""),
        given.flag("sensitive", false),
        given.flag("discoverable", false));
  }

  void empty(Context ctx, Visitor me) {
    CollectionChange empty = new CollectionChange("", "", Languages.of(me), "", false, true);
    show(ctx, form(null, empty, null, Problems.NONE));
  }

  void edit(Context ctx, Visitor me, SeenCollection seen, String typed, @Nullable String problem) {
    FeaturedCollection now = seen.collection();
    CollectionChange described =
        new CollectionChange(
            now.name(),
            now.description(),
            Objects.requireNonNullElse(now.language(), ""),
            now.tag() == null ? "" : "#" + now.tag(),
            now.sensitive(),
            now.discoverable());
    if (problem != null) ctx.status(422);
    List<PersonView> meant = problem == null ? List.of() : meant(me, seen, typed);
    Filling filling = new Filling(sections.members(seen), typed, problem, meant);
    show(ctx, form(now.id(), described, filling, Problems.NONE));
  }

  /** The form as it was sent, with what is wrong with it; null stands for a new collection. */
  void again(
      Context ctx, @Nullable SeenCollection seen, CollectionChange sent, Refused.Invalid wrong) {
    ctx.status(422);
    Filling filling =
        seen == null ? null : new Filling(sections.members(seen), "", null, List.of());
    CollectionId id = seen == null ? null : seen.collection().id();
    show(ctx, form(id, sent, filling, Problems.of(wrong)));
  }

  private Form form(
      @Nullable CollectionId id,
      CollectionChange described,
      @Nullable Filling filling,
      Problems problems) {
    String language = Objects.requireNonNullElse(described.language(), "");
    return new Form(
        id,
        Objects.requireNonNullElse(described.name(), ""),
        Objects.requireNonNullElse(described.description(), ""),
        Objects.requireNonNullElse(described.tag(), ""),
        language,
        Boolean.TRUE.equals(described.sensitive()),
        Boolean.TRUE.equals(described.discoverable()),
        offered(language),
        filling,
        problems);
  }

  /** The languages to choose from, with the one that an app has chosen beside them. */
  private List<Language> offered(String chosen) {
    if (chosen.isEmpty() || languages.stream().anyMatch(one -> one.tag().equals(chosen)))
      return languages;
    List<Language> all = new ArrayList<>(languages);
    all.addFirst(new Language(chosen, Words.now().language(chosen)));
    return all;
  }

  private void show(Context ctx, Form form) {
    String title = form.id() == null ? say("collections.new") : say("collections.edit");
    parts.pages().show(ctx, Head.of(title).at(Nav.SETTINGS), "settings-collection", form);
  }

  /** Puts in whoever has the name that was typed; what is wrong with it, or null. */
  @Nullable String add(Visitor me, SeenCollection seen, String typed) {
    Optional<Actor> named = finder.exact(asked(me, typed));
    if (named.isEmpty())
      return meant(me, seen, typed).isEmpty()
          ? say("collections.unknown")
          : say("collections.meant");
    ActorId member = named.get().id();
    try {
      var unused = collections.add(me.id(), seen.collection().id(), member);
      return null;
    } catch (Refused.Forbidden notAgreed) {
      return say("collections.not.agreed", named.get().acct());
    } catch (Refused.Invalid wrong) {
      if (wrong.field().isEmpty())
        return say("collections.full.people", FeaturedCollections.MOST_PEOPLE);
      boolean in = seen.people().stream().anyMatch(one -> one.actorId().equals(member));
      return say(in ? "collections.taken" : "collections.left", named.get().acct());
    }
  }

  /** Those who may be put in and whose names begin like what was typed. */
  private List<PersonView> meant(Visitor me, SeenCollection seen, String typed) {
    if (typed.isEmpty() || finder.exact(asked(me, typed)).isPresent()) return List.of();
    Set<ActorId> in =
        seen.people().stream().map(FeaturedPerson::actorId).collect(Collectors.toSet());
    return finder.people(finder.look(), asked(me, typed), false).stream()
        .filter(actor -> FeaturePolicy.of(actor) == FeaturePolicy.PUBLIC)
        .filter(actor -> !in.contains(actor.id()))
        .limit(FEW)
        .map(parts.people()::of)
        .toList();
  }

  private static Finder.Asked asked(Visitor me, String typed) {
    return new Finder.Asked(me.id(), typed, false, 0, MOST_LOOKED_AT);
  }
}

package social.parley.mastodon.tags;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.mastodon.TagLinks;
import social.parley.storage.Database;
import social.parley.tags.FeaturedTags;
import social.parley.tags.TagDay;
import social.parley.tags.TagFollows;
import social.parley.tags.TagUses;

/** Fills Tag entities: a fixed number of statements, however many there are. */
public final class TagView {
  private final Database database;
  private final TagLinks links;
  private final TagFollows follows;
  private final TagUses uses;
  private final FeaturedTags featured;

  public TagView(
      Database database, TagLinks links, TagFollows follows, TagUses uses, FeaturedTags featured) {
    this.database = database;
    this.links = links;
    this.follows = follows;
    this.uses = uses;
    this.featured = featured;
  }

  public TagJson of(@Nullable ActorId viewer, String tag) {
    return of(viewer, List.of(tag)).getFirst();
  }

  /** In the order given; the names are in their normalised form. */
  public List<TagJson> of(@Nullable ActorId viewer, Collection<String> tags) {
    if (tags.isEmpty()) return List.of();
    return database.read(db -> {
      Map<String, List<TagDay>> history = uses.history(db, tags);
      Set<String> followed = viewer == null ? Set.of() : follows.among(db, viewer, tags);
      Set<String> shown = viewer == null ? Set.of() : featured.among(db, viewer, tags);
      return tags.stream()
          .map(tag ->
              new TagJson(
                  TagLinks.id(tag),
                  tag,
                  links.url(tag),
                  Objects.requireNonNull(history.get(tag)).stream().map(TagJson.Day::of).toList(),
                  viewer == null ? null : followed.contains(tag),
                  viewer == null ? null : shown.contains(tag)))
          .toList();
    });
  }
}

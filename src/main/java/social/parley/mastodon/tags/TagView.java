package social.parley.mastodon.tags;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.mastodon.TagLinks;
import social.parley.storage.Database;
import social.parley.tags.TagSummaries;
import social.parley.tags.TagSummary;

/** Fills Tag entities: one statement, however many there are. */
public final class TagView {
  private final Database database;
  private final TagLinks links;
  private final TagSummaries summaries;

  public TagView(Database database, TagLinks links, TagSummaries summaries) {
    this.database = database;
    this.links = links;
    this.summaries = summaries;
  }

  public TagJson of(@Nullable ActorId viewer, String tag) {
    return of(viewer, List.of(tag)).getFirst();
  }

  /** In the order given; the names are in their normalised form. */
  public List<TagJson> of(@Nullable ActorId viewer, Collection<String> tags) {
    if (tags.isEmpty()) return List.of();
    Map<String, TagSummary> known = database.read(db -> summaries.of(db, viewer, tags));
    return tags.stream()
        .map(tag -> json(viewer, tag, Objects.requireNonNull(known.get(tag))))
        .toList();
  }

  private TagJson json(@Nullable ActorId viewer, String tag, TagSummary summary) {
    return new TagJson(
        TagLinks.id(tag),
        tag,
        links.url(tag),
        summary.history().stream().map(TagJson.Day::of).toList(),
        viewer == null ? null : summary.followed(),
        viewer == null ? null : summary.featured());
  }
}

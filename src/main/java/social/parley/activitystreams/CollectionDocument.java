package social.parley.activitystreams;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;

/** A collection or one page of it. */
public record CollectionDocument(
    boolean ordered,
    boolean page,
    @Nullable Iri id,
    @Nullable Long totalItems,
    @Nullable Ref first,
    @Nullable Ref last,
    @Nullable Ref next,
    @Nullable Ref prev,
    @Nullable Ref partOf,
    @Nullable Iri attributedTo,
    List<Ref> items,
    JsonNode raw)
    implements Thing {
  public CollectionDocument {
    items = List.copyOf(items);
  }

  /** An ordered collection that says how many there are and where its first page is. */
  public static CollectionDocument ordered(Iri id, long totalItems, @Nullable Iri first) {
    Ref page = first == null ? null : Ref.of(first);
    return new CollectionDocument(
        true, false, id, totalItems, page, null, null, null, null, null, List.of(), Json.object());
  }

  /** A whole ordered collection in one document. */
  public static CollectionDocument ordered(Iri id, List<Ref> items) {
    return new CollectionDocument(
        true,
        false,
        id,
        (long) items.size(),
        null,
        null,
        null,
        null,
        null,
        null,
        items,
        Json.object());
  }

  /** One page of an ordered collection. */
  public static CollectionDocument page(
      Iri id, Iri partOf, @Nullable Iri next, @Nullable Iri prev, List<Ref> items) {
    return new CollectionDocument(
        true,
        true,
        id,
        null,
        null,
        null,
        next == null ? null : Ref.of(next),
        prev == null ? null : Ref.of(prev),
        Ref.of(partOf),
        null,
        items,
        Json.object());
  }

  @Override
  public String type() {
    return (ordered ? "OrderedCollection" : "Collection") + (page ? "Page" : "");
  }
}

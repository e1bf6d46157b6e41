package social.parley.activitystreams;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;

/** What every activity carries besides its objects. */
public record Envelope(
    @Nullable Iri id,
    Iri actor,
    @Nullable ActorDocument embeddedActor,
    Audience audience,
    @Nullable Instant published,
    @Nullable Instant updated,
    @Nullable String summary,
    @Nullable String content,
    @Nullable Ref target,
    @Nullable Ref origin,
    @Nullable Ref instrument,
    @Nullable Ref result,
    List<Tag> tags,
    JsonNode raw) {
  public Envelope {
    tags = List.copyOf(tags);
  }

  /** An envelope with nothing but the address; the {@code with} methods add the rest. */
  public static Envelope of(@Nullable Iri id, Iri actor, Audience audience) {
    return new Envelope(
        id,
        actor,
        null,
        audience,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        Json.object());
  }

  public Envelope withPublished(Instant when) {
    return new Envelope(
        id,
        actor,
        embeddedActor,
        audience,
        when,
        updated,
        summary,
        content,
        target,
        origin,
        instrument,
        result,
        tags,
        raw);
  }

  public Envelope withUpdated(Instant when) {
    return new Envelope(
        id,
        actor,
        embeddedActor,
        audience,
        published,
        when,
        summary,
        content,
        target,
        origin,
        instrument,
        result,
        tags,
        raw);
  }

  public Envelope withSummary(String text) {
    return new Envelope(
        id,
        actor,
        embeddedActor,
        audience,
        published,
        updated,
        text,
        content,
        target,
        origin,
        instrument,
        result,
        tags,
        raw);
  }

  public Envelope withContent(String text) {
    return new Envelope(
        id,
        actor,
        embeddedActor,
        audience,
        published,
        updated,
        summary,
        text,
        target,
        origin,
        instrument,
        result,
        tags,
        raw);
  }

  public Envelope withTarget(Ref ref) {
    return new Envelope(
        id,
        actor,
        embeddedActor,
        audience,
        published,
        updated,
        summary,
        content,
        ref,
        origin,
        instrument,
        result,
        tags,
        raw);
  }

  public Envelope withInstrument(Ref ref) {
    return new Envelope(
        id,
        actor,
        embeddedActor,
        audience,
        published,
        updated,
        summary,
        content,
        target,
        origin,
        ref,
        result,
        tags,
        raw);
  }

  public Envelope withResult(Ref ref) {
    return new Envelope(
        id,
        actor,
        embeddedActor,
        audience,
        published,
        updated,
        summary,
        content,
        target,
        origin,
        instrument,
        ref,
        tags,
        raw);
  }

  public Envelope withTags(List<Tag> some) {
    return new Envelope(
        id,
        actor,
        embeddedActor,
        audience,
        published,
        updated,
        summary,
        content,
        target,
        origin,
        instrument,
        result,
        some,
        raw);
  }

  /** With further members that have no place in the record. */
  public Envelope withRaw(JsonNode more) {
    return new Envelope(
        id,
        actor,
        embeddedActor,
        audience,
        published,
        updated,
        summary,
        content,
        target,
        origin,
        instrument,
        result,
        tags,
        more);
  }
}

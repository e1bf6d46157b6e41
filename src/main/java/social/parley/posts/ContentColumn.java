package social.parley.posts;

import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** What belongs to the kind of a post, as JSON in the details column. */
final class ContentColumn {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(Iri.class, new IriWriter())
                  .addDeserializer(Iri.class, new IriReader()))
          .build();

  private ContentColumn() {}

  static @Nullable String write(Content content) {
    return switch (content) {
      case Content.Note _, Content.Question _, Content.Boost _ -> null;
      case Content.Titled titled -> JSON.writeValueAsString(titled);
    };
  }

  static Content read(PostKind kind, @Nullable String details) {
    return switch (kind) {
      case NOTE -> new Content.Note();
      case QUESTION -> new Content.Question();
      case BOOST -> new Content.Boost();
      case ARTICLE -> read(details, Content.Article.class);
      case PAGE -> read(details, Content.Page.class);
      case VIDEO -> read(details, Content.Video.class);
      case AUDIO -> read(details, Content.Audio.class);
      case IMAGE -> read(details, Content.Image.class);
      case EVENT -> read(details, Content.Event.class);
      case BOOK -> read(details, Content.Book.class);
      case DOCUMENT -> read(details, Content.Document.class);
      case UNKNOWN -> read(details, Content.Unknown.class);
    };
  }

  private static <T> T read(@Nullable String details, Class<T> shape) {
    return JSON.readValue(details == null ? "{}" : details, shape);
  }

  private static final class IriWriter extends ValueSerializer<Iri> {
    @Override
    public void serialize(Iri iri, JsonGenerator out, SerializationContext context) {
      out.writeString(iri.value());
    }
  }

  /** What is no address reads as none. */
  private static final class IriReader extends ValueDeserializer<@Nullable Iri> {
    @Override
    public @Nullable Iri deserialize(JsonParser in, DeserializationContext context) {
      return Iri.parse(in.getString()).orElse(null);
    }
  }
}

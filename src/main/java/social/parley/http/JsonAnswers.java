package social.parley.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.json.JsonMapper;
import java.lang.reflect.Type;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;

/** Writes what {@code ctx.json} is given: record components in snake case, nulls kept. */
public final class JsonAnswers implements JsonMapper {
  static final tools.jackson.databind.json.JsonMapper MAPPER =
      tools.jackson.databind.json.JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();

  /** The same, for streams that outlive the writing. */
  static final ObjectWriter UNCLOSED =
      MAPPER.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET);

  /** The JSON of an answer with this in it; what is rendered already goes in as bytes. */
  public static String write(Object value) {
    return new String(MAPPER.writeValueAsBytes(value), UTF_8);
  }

  @Override
  public String toJsonString(Object value, Type type) {
    return MAPPER.writeValueAsString(value);
  }
}

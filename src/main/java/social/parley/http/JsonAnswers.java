package social.parley.http;

import io.javalin.json.JsonMapper;
import java.lang.reflect.Type;
import tools.jackson.databind.PropertyNamingStrategies;

/** Writes what {@code ctx.json} is given: record components in snake case, nulls kept. */
public final class JsonAnswers implements JsonMapper {
  private static final tools.jackson.databind.json.JsonMapper MAPPER =
      tools.jackson.databind.json.JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();

  /** The JSON that an answer with this in it has. */
  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  @Override
  public String toJsonString(Object value, Type type) {
    return write(value);
  }
}

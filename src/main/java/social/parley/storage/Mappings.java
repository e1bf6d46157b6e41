package social.parley.storage;

import io.micrometer.core.instrument.MeterRegistry;
import java.lang.reflect.Type;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How columns become values and values become parameters. */
final class Mappings {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Mappings() {}

  static void addTo(Jdbi jdbi, MeterRegistry meters) {
    jdbi.setSqlLogger(new StatementCount(meters));
    jdbi.getConfig(Handles.class).setForceEndTransactions(false);
    // The values bound may be addresses and hashes, and messages end up in log lines.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    number(jdbi, Instant.class, Instant::toEpochMilli, Instant::ofEpochMilli);
    text(jdbi, JsonNode.class, JSON::writeValueAsString, JSON::readTree);
    SingleValues singles = new SingleValues();
    jdbi.registerArgument(singles);
    jdbi.registerColumnMapper(singles);
    jdbi.registerArgument(new EnumArguments());
    jdbi.registerColumnMapper(new EnumColumns());
    jdbi.registerRowMapper(new RecordRows());
  }

  private static <T> void number(
      Jdbi jdbi, Class<T> type, ToLongFunction<T> write, LongFunction<T> read) {
    jdbi.registerColumnMapper(
        type,
        (ColumnMapper<@Nullable T>)
            (row, column, context) -> {
              long value = row.getLong(column);
              return row.wasNull() ? null : read.apply(value);
            });
    jdbi.registerArgument(
        new Arguments<>(
            type,
            value ->
                (position, statement, context) ->
                    statement.setLong(position, write.applyAsLong(value)),
            Types.BIGINT));
  }

  private static <T> void text(
      Jdbi jdbi, Class<T> type, Function<T, String> write, Function<String, T> read) {
    jdbi.registerColumnMapper(
        type,
        (ColumnMapper<@Nullable T>)
            (row, column, context) -> {
              String value = row.getString(column);
              return value == null ? null : read.apply(value);
            });
    jdbi.registerArgument(
        new Arguments<>(
            type,
            value ->
                (position, statement, context) -> statement.setString(position, write.apply(value)),
            Types.VARCHAR));
  }

  /** Binds values of a type and of its subtypes. */
  private record Arguments<T>(Class<T> kind, Function<T, Argument> write, int sqlType)
      implements ArgumentFactory.Preparable {
    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
      if (!(type instanceof Class<?> actual) || !kind.isAssignableFrom(actual))
        return Optional.empty();
      return Optional.of(value ->
          value == null
              ? (position, statement, context) -> statement.setNull(position, sqlType)
              : write.apply(kind.cast(value)));
    }
  }

  private static final class EnumArguments implements ArgumentFactory.Preparable {
    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
      if (!(type instanceof Class<?> actual) || !Enum.class.isAssignableFrom(actual))
        return Optional.empty();
      return Optional.of(value ->
          (position, statement, context) -> {
            if (value == null) statement.setNull(position, Types.VARCHAR);
            else statement.setString(position, word((Enum<?>) value));
          });
    }
  }

  private static final class EnumColumns implements ColumnMapperFactory {
    @Override
    public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
      if (!(type instanceof Class<?> actual) || !actual.isEnum()) return Optional.empty();
      Map<String, Object> words = new HashMap<>();
      for (Object constant : actual.getEnumConstants())
        words.put(word((Enum<?>) constant), constant);
      ColumnMapper<@Nullable Object> mapper =
          (row, column, context) -> {
            String text = row.getString(column);
            if (text == null) return null;
            Object constant = words.get(text);
            if (constant == null)
              throw new SQLException(actual.getSimpleName() + " has no word " + text);
            return constant;
          };
      return Optional.of(mapper);
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}

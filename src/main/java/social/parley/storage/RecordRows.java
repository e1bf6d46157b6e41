package social.parley.storage;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Makes any record from a row whose columns are named like its components. It remembers by
 * statement which column is which, because looking that up costs more than fetching a row.
 */
final class RecordRows implements RowMapperFactory {
  private static final int MOST_REMEMBERED = 1000;
  private final Map<Type, Optional<RowMapper<?>>> mappers = new ConcurrentHashMap<>();

  @Override
  public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
    // Asked anew for each statement, since a statement might have mappers of its own.
    Optional<RowMapper<?>> known = mappers.get(type);
    if (known != null) return known;
    Optional<RowMapper<?>> made = make(type, config);
    mappers.put(type, made);
    return made;
  }

  private static Optional<RowMapper<?>> make(Type type, ConfigRegistry config) {
    if (!(type instanceof Class<?> kind) || !kind.isRecord()) return Optional.empty();
    ColumnMappers columns = config.get(ColumnMappers.class);
    // An id is a record too, but a single value.
    if (columns.findFor(type).isPresent()) return Optional.empty();
    return Optional.of(RecordMapper.of(kind, columns));
  }

  private record Component(String name, ColumnMapper<?> column) {}

  /** Maps rows of any statement; {@code specialize} turns it into a mapper of one. */
  private record RecordMapper(
      Class<?> kind, MethodHandle create, Component[] components, Map<String, int[]> layouts)
      implements RowMapper<Object> {

    static RecordMapper of(Class<?> kind, ColumnMappers columns) {
      RecordComponent[] parts = kind.getRecordComponents();
      Component[] components = new Component[parts.length];
      for (int i = 0; i < parts.length; i++) components[i] = component(kind, parts[i], columns);
      try {
        Constructor<?> constructor =
            kind.getDeclaredConstructor(
                Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        MethodHandle create =
            MethodHandles.lookup()
                .unreflectConstructor(constructor)
                .asSpreader(Object[].class, parts.length);
        return new RecordMapper(
            kind,
            create.asType(create.type().changeReturnType(Object.class)),
            components,
            new ConcurrentHashMap<>());
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    private static Component component(Class<?> kind, RecordComponent part, ColumnMappers columns) {
      Type type = part.getGenericType();
      return new Component(
          plain(part.getName()),
          columns
              .findFor(type)
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "no column can become " + part + " of " + kind.getName())));
    }

    @Override
    public Object map(ResultSet row, StatementContext context) throws SQLException {
      return specialize(row, context).map(row, context);
    }

    @Override
    public RowMapper<Object> specialize(ResultSet rows, StatementContext context)
        throws SQLException {
      int[] layout = layout(rows, context.getParsedSql().getSql());
      return (row, unused) -> {
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++)
          values[i] = components[i].column().map(row, layout[i], context);
        return create(values);
      };
    }

    private Object create(Object[] values) {
      try {
        return create.invokeExact(values);
      } catch (RuntimeException | Error refused) {
        throw refused;
      } catch (Throwable checked) {
        throw new IllegalStateException(checked);
      }
    }

    /** The column of each component; one more number is how many columns there are. */
    private int[] layout(ResultSet rows, String sql) throws SQLException {
      ResultSetMetaData columns = rows.getMetaData();
      int[] known = layouts.get(sql);
      if (known != null && known[components.length] == columns.getColumnCount()) return known;
      Map<String, Integer> places = new HashMap<>();
      for (int i = 1; i <= columns.getColumnCount(); i++)
        places.putIfAbsent(plain(columns.getColumnLabel(i)), i);
      int[] layout = new int[components.length + 1];
      for (int i = 0; i < components.length; i++) {
        Integer place = places.get(components[i].name());
        if (place == null)
          throw new IllegalArgumentException(
              "no column " + components[i].name() + " for " + kind.getName() + " in " + sql);
        layout[i] = place;
      }
      layout[components.length] = columns.getColumnCount();
      // Lists of parameters make ever new statements; rather start again than grow.
      if (layouts.size() >= MOST_REMEMBERED) layouts.clear();
      layouts.put(sql, layout);
      return layout;
    }
  }

  /** {@code created_at} and {@code createdAt} are the same. */
  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}

package social.parley.storage;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.sql.Types;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jspecify.annotations.Nullable;

/**
 * Records that only name a value, such as the ids, are that value in the database: those whose one
 * component is called {@code value} and is a long or a string.
 */
final class SingleValues implements ColumnMapperFactory, ArgumentFactory.Preparable {
  private final Map<Type, Optional<Single>> known = new ConcurrentHashMap<>();

  /** How to make and to open such a record. */
  private record Single(boolean number, MethodHandle make, MethodHandle open) {
    private Object make(long value) {
      try {
        return (Object) make.invokeExact(value);
      } catch (Throwable thrown) {
        throw unchecked(thrown);
      }
    }

    private Object make(String value) {
      try {
        return (Object) make.invokeExact(value);
      } catch (Throwable thrown) {
        throw unchecked(thrown);
      }
    }

    private long number(Object made) {
      try {
        return (long) open.invokeExact(made);
      } catch (Throwable thrown) {
        throw unchecked(thrown);
      }
    }

    private String text(Object made) {
      try {
        return (String) open.invokeExact(made);
      } catch (Throwable thrown) {
        throw unchecked(thrown);
      }
    }

    private static RuntimeException unchecked(Throwable thrown) {
      if (thrown instanceof Error error) throw error;
      return thrown instanceof RuntimeException refused
          ? refused
          : new IllegalStateException(thrown);
    }
  }

  @Override
  public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
    return single(type).map(SingleValues::column);
  }

  @Override
  public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
    return single(type).map(single -> value -> argument(single, value));
  }

  private static ColumnMapper<@Nullable Object> column(Single single) {
    if (!single.number())
      return (row, place, context) -> {
        String value = row.getString(place);
        return value == null ? null : single.make(value);
      };
    return (row, place, context) -> {
      long value = row.getLong(place);
      return row.wasNull() ? null : single.make(value);
    };
  }

  private static Argument argument(Single single, @Nullable Object value) {
    return (place, statement, context) -> {
      if (value == null) statement.setNull(place, single.number() ? Types.BIGINT : Types.VARCHAR);
      else if (single.number()) statement.setLong(place, single.number(value));
      else statement.setString(place, single.text(value));
    };
  }

  private Optional<Single> single(Type type) {
    Optional<Single> found = known.get(type);
    if (found != null) return found;
    Optional<Single> looked = lookAt(type);
    known.put(type, looked);
    return looked;
  }

  private static Optional<Single> lookAt(Type type) {
    if (!(type instanceof Class<?> kind) || !kind.isRecord()) return Optional.empty();
    var components = kind.getRecordComponents();
    if (components.length != 1 || !components[0].getName().equals("value")) return Optional.empty();
    Class<?> inner = components[0].getType();
    if (inner != long.class && inner != String.class) return Optional.empty();
    try {
      var constructor = kind.getDeclaredConstructor(inner);
      constructor.setAccessible(true);
      var accessor = components[0].getAccessor();
      accessor.setAccessible(true);
      var lookup = MethodHandles.lookup();
      return Optional.of(
          new Single(
              inner == long.class,
              lookup
                  .unreflectConstructor(constructor)
                  .asType(MethodType.methodType(Object.class, inner)),
              lookup.unreflect(accessor).asType(MethodType.methodType(inner, Object.class))));
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

package social.parley.storage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.NamedArgumentFinder;
import org.jdbi.v3.core.statement.StatementContext;

/** The components of a record as named parameters, also of records that are not public. */
record RowArguments(Record row) implements NamedArgumentFinder {
  private static final ClassValue<Map<String, Component>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected Map<String, Component> computeValue(Class<?> type) {
          Map<String, Component> components = new HashMap<>();
          for (var component : type.getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            components.put(
                component.getName(),
                new Component(component.getGenericType(), component.getAccessor()));
          }
          return components;
        }
      };

  private record Component(Type type, Method accessor) {}

  @Override
  public Optional<Argument> find(String name, StatementContext context) {
    Component component = COMPONENTS.get(row.getClass()).get(name);
    if (component == null) return Optional.empty();
    try {
      return context.findArgumentFor(component.type(), component.accessor().invoke(row));
    } catch (IllegalAccessException | InvocationTargetException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public Collection<String> getNames() {
    return COMPONENTS.get(row.getClass()).keySet();
  }
}

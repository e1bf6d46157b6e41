package social.parley.activitystreams;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record's fields without the raw documents, so that what was read compares with what was built.
 */
final class Meaning {
  /** What never leaves: the raw document, hidden recipients, and the actor written out. */
  private static final Set<String> UNWRITTEN = Set.of("raw", "bto", "bcc", "embeddedActor");

  private Meaning() {}

  static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Unknown unknown -> unknown.type() + " " + unknown.id();
      case OtherTag ignored -> "tag";
      case Record record -> fields(record);
      case List<?> list -> {
        List<@Nullable Object> meanings = new ArrayList<>();
        for (Object member : list) meanings.add(of(member));
        yield meanings;
      }
      default -> value;
    };
  }

  private static Object fields(Record record) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("record", record.getClass().getSimpleName());
    for (RecordComponent component : record.getClass().getRecordComponents())
      if (!UNWRITTEN.contains(component.getName()))
        fields.put(component.getName(), of(read(record, component)));
    return fields;
  }

  private static @Nullable Object read(Record record, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    }
  }
}

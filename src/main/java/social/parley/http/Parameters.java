package social.parley.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.Refused;
import social.parley.http.ParameterTree.Group;
import social.parley.http.ParameterTree.Many;
import social.parley.http.ParameterTree.Node;
import social.parley.http.ParameterTree.Text;
import social.parley.http.ParameterTree.Upload;

/**
 * The parameters of a request as one tree, from the query string, a form, a multipart form or JSON
 * alike. Keys are plain names; {@link #in} goes into a group and {@link #each} through a list of
 * groups.
 */
public final class Parameters {
  private static final String ATTRIBUTE = "parley.parameters";
  private static final Set<String> FALSE = Set.of("false", "FALSE", "0", "f", "F", "off", "OFF");

  private final Group group;

  private Parameters(Group group) {
    this.group = group;
  }

  /** The parameters of a request; read once, then remembered. */
  public static Parameters of(Context ctx) {
    Parameters known = ctx.attribute(ATTRIBUTE);
    if (known != null) return known;
    Parameters read = new Parameters(ParameterReader.read(ctx).root());
    ctx.attribute(ATTRIBUTE, read);
    return read;
  }

  static Parameters of(ParameterTree tree) {
    return new Parameters(tree.root());
  }

  /** Whether anything was given under the key, were it an empty text. */
  public boolean has(String key) {
    return group.members().containsKey(key);
  }

  /** The keys given here, in their order. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(group.members().keySet());
  }

  /** A text as it was given, perhaps empty; null when none was. */
  public @Nullable String text(String key) {
    return group.members().get(key) instanceof Text(String value) ? value : null;
  }

  public String text(String key, String fallback) {
    String value = text(key);
    return value == null ? fallback : value;
  }

  /** A yes or no; null when none was given or an empty text. */
  public @Nullable Boolean flag(String key) {
    String value = text(key);
    return value == null || value.isEmpty() ? null : !FALSE.contains(value);
  }

  public boolean flag(String key, boolean fallback) {
    Boolean value = flag(key);
    return value == null ? fallback : value;
  }

  /**
   * A whole number; null when none was given.
   *
   * @throws Refused.Invalid when it is something else
   */
  public @Nullable Long number(String key) {
    String value = text(key);
    if (value == null || value.isBlank()) return null;
    try {
      return Long.parseLong(value.strip());
    } catch (NumberFormatException notOne) {
      throw new Refused.Invalid(key, "is not a number");
    }
  }

  /** A page size: the absolute value, capped, and the fallback for what is no number. */
  public int limit(String key, int fallback, int most) {
    String value = text(key);
    if (value == null) return fallback;
    try {
      return (int) Math.min(Math.abs(Long.parseLong(value.strip())), most);
    } catch (NumberFormatException notOne) {
      return fallback;
    }
  }

  /** All texts of a list; a single text counts as a list of one. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Node item : items(key)) if (item instanceof Text(String value)) texts.add(value);
    return texts;
  }

  /** The group under a key; empty when there is none. */
  public Parameters in(String key) {
    return new Parameters(group.members().get(key) instanceof Group inner ? inner : new Group());
  }

  /** The groups of a list, be it an array or keyed by numbers as in {@code a[0][b]}. */
  public List<Parameters> each(String key) {
    List<Parameters> groups = new ArrayList<>();
    for (Node item : items(key)) if (item instanceof Group inner) groups.add(new Parameters(inner));
    return groups;
  }

  /** An uploaded file; null when none was sent. */
  public @Nullable UploadedFile file(String key) {
    return group.members().get(key) instanceof Upload(UploadedFile file) ? file : null;
  }

  /** All files of a list; a single file counts as a list of one. */
  public List<UploadedFile> files(String key) {
    List<UploadedFile> files = new ArrayList<>();
    for (Node item : items(key)) if (item instanceof Upload(UploadedFile file)) files.add(file);
    return files;
  }

  private List<Node> items(String key) {
    return switch (group.members().get(key)) {
      case null -> List.of();
      case Many many -> many.items();
      case Group keyed -> inOrder(keyed);
      case Text text -> List.of(text);
      case Upload upload -> List.of(upload);
    };
  }

  private static List<Node> inOrder(Group keyed) {
    return keyed.members().entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> index(entry.getKey())))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static int index(String key) {
    try {
      return Integer.parseInt(key);
    } catch (NumberFormatException notANumber) {
      return Integer.MAX_VALUE;
    }
  }
}

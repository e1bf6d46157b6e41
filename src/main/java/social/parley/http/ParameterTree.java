package social.parley.http;

import io.javalin.http.BadRequestResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a request brings, whatever the syntax: texts and files in lists and named groups. */
final class ParameterTree {
  /** One value. */
  sealed interface Node {}

  record Text(String value) implements Node {}

  record Upload(UploadedFile file) implements Node {}

  record Many(List<Node> items) implements Node {}

  record Group(Map<String, Node> members) implements Node {
    Group() {
      this(new LinkedHashMap<>());
    }
  }

  private static final int MOST_VALUES = 2000;
  private static final int MOST_DEPTH = 8;

  private final Group root = new Group();
  private int count;

  Group root() {
    return root;
  }

  /** Adds a value under a key in the notation {@code a[b][]} that Rails made common. */
  void add(String key, Node value) {
    if (++count > MOST_VALUES) throw new BadRequestResponse("Too many parameters");
    List<String> path = path(key);
    if (path.size() > MOST_DEPTH) throw new BadRequestResponse("Parameters are nested too deeply");
    insert(root, path, value);
  }

  private static List<String> path(String key) {
    int open = key.indexOf('[');
    if (open <= 0 || !key.endsWith("]")) return List.of(key);
    List<String> path = new ArrayList<>();
    path.add(key.substring(0, open));
    for (String step : key.substring(open + 1, key.length() - 1).split("\\]\\[", -1))
      path.add(step);
    return path;
  }

  private static void insert(Group group, List<String> path, Node value) {
    String name = path.getFirst();
    if (path.size() == 1) {
      group.members().put(name, value);
    } else if (path.get(1).isEmpty()) {
      append(list(group, name).items(), path.subList(2, path.size()), value);
    } else {
      insert(child(group, name), path.subList(1, path.size()), value);
    }
  }

  private static Many list(Group group, String name) {
    if (group.members().get(name) instanceof Many list) return list;
    Many fresh = new Many(new ArrayList<>());
    group.members().put(name, fresh);
    return fresh;
  }

  private static Group child(Group group, String name) {
    if (group.members().get(name) instanceof Group child) return child;
    Group fresh = new Group();
    group.members().put(name, fresh);
    return fresh;
  }

  /** In {@code a[][b]} a new element starts when the last one has its {@code b} already. */
  private static void append(List<Node> items, List<String> path, Node value) {
    if (path.isEmpty()) {
      items.add(value);
      return;
    }
    boolean goesOn =
        !items.isEmpty()
            && items.getLast() instanceof Group last
            && (path.size() > 1 || !last.members().containsKey(path.getFirst()));
    if (!goesOn) items.add(new Group());
    if (items.getLast() instanceof Group element) insert(element, path, value);
  }

  /** Adds the members of a JSON object; null members count as not given. */
  void add(JsonNode object) {
    for (Map.Entry<String, JsonNode> entry : object.properties())
      if (!entry.getValue().isNull()) root.members().put(entry.getKey(), of(entry.getValue()));
  }

  private Node of(JsonNode json) {
    if (++count > MOST_VALUES) throw new BadRequestResponse("Too many parameters");
    if (json.isArray()) {
      List<Node> items = new ArrayList<>();
      for (JsonNode item : json) if (!item.isNull()) items.add(of(item));
      return new Many(items);
    }
    if (json.isObject()) {
      Group group = new Group();
      for (Map.Entry<String, JsonNode> entry : json.properties())
        if (!entry.getValue().isNull()) group.members().put(entry.getKey(), of(entry.getValue()));
      return group;
    }
    return new Text(clean(json.asString()));
  }

  /** A text that databases can store. */
  static String clean(String text) {
    if (text.indexOf('\0') >= 0) throw new BadRequestResponse("A parameter holds a null character");
    for (int i = 0; i < text.length(); i++)
      if (Character.isSurrogate(text.charAt(i))) return paired(text);
    return text;
  }

  private static String paired(String text) {
    int[] points = text.codePoints().map(p -> p >= 0xd800 && p <= 0xdfff ? 0xfffd : p).toArray();
    return new String(points, 0, points.length);
  }
}

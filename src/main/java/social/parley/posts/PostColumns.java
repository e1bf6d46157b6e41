package social.parley.posts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.actors.CustomEmoji;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.MediaId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The columns of a post that hold JSON, so that a page of posts loads with one statement; an empty
 * list is stored as null, and most lists are empty.
 */
final class PostColumns {
  private static final JsonMapper JSON = JsonMapper.shared();

  private PostColumns() {}

  static @Nullable String mentions(List<Mention> mentions) {
    return array(
        mentions,
        (array, mention) ->
            array
                .addArray()
                .add(mention.actor().value())
                .add(mention.username())
                .add(mention.acct())
                .add(mention.url()));
  }

  static List<Mention> mentions(@Nullable String column) {
    return list(
        column,
        node ->
            new Mention(
                new ActorId(node.path(0).asLong()),
                node.path(1).asString(),
                node.path(2).asString(),
                node.path(3).asString()));
  }

  static @Nullable String strings(List<String> strings) {
    return array(strings, ArrayNode::add);
  }

  static List<String> strings(@Nullable String column) {
    return list(column, JsonNode::asString);
  }

  static @Nullable String emoji(List<CustomEmoji> emoji) {
    return array(emoji, PostColumns::row);
  }

  private static ArrayNode row(ArrayNode array, CustomEmoji emoji) {
    ArrayNode row = array.addArray();
    row.add(emoji.shortcode()).add(emoji.url().value());
    if (emoji.iri() != null) row.add(emoji.iri().value());
    return array;
  }

  static List<CustomEmoji> emoji(@Nullable String column) {
    return list(
        column,
        node ->
            new CustomEmoji(
                node.path(0).asString(),
                new Iri(node.path(1).asString()),
                node.has(2) ? new Iri(node.path(2).asString()) : null));
  }

  static @Nullable String media(List<MediaId> media) {
    return array(media, (array, one) -> array.add(one.value()));
  }

  static List<MediaId> media(@Nullable String column) {
    return list(column, node -> new MediaId(node.asLong()));
  }

  static @Nullable String files(List<PostVersion.File> files) {
    return array(
        files, (array, one) -> array.addArray().add(one.id().value()).add(one.description()));
  }

  /** Once only the ids were kept. */
  static List<PostVersion.File> files(@Nullable String column) {
    return list(
        column,
        node ->
            node.isArray()
                ? new PostVersion.File(new MediaId(node.path(0).asLong()), node.path(1).asString())
                : new PostVersion.File(new MediaId(node.asLong()), null));
  }

  private interface Adder<T> {
    ArrayNode add(ArrayNode array, T value);
  }

  private static <T> @Nullable String array(List<T> values, Adder<T> adder) {
    if (values.isEmpty()) return null;
    ArrayNode array = JSON.createArrayNode();
    for (T value : values) adder.add(array, value);
    return JSON.writeValueAsString(array);
  }

  private static <T> List<T> list(@Nullable String column, Function<JsonNode, T> reader) {
    if (column == null) return List.of();
    List<T> values = new ArrayList<>();
    for (JsonNode node : JSON.readTree(column)) values.add(reader.apply(node));
    return values;
  }
}

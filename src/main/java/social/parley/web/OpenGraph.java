package social.parley.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a page looks as a card on other sites (ogp.me); {@code large} shows the picture wide, {@code
 * more} are further properties by their names.
 */
public record OpenGraph(
    String type,
    String title,
    String description,
    String image,
    boolean large,
    Map<String, String> more) {
  public OpenGraph {
    more = Map.copyOf(more);
  }

  OpenGraph(String type, String title, String description, String image, boolean large) {
    this(type, title, description, image, large, Map.of());
  }

  /** The same with one more property. */
  OpenGraph with(String property, String value) {
    Map<String, String> all = new LinkedHashMap<>(more);
    all.put(property, value);
    return new OpenGraph(type, title, description, image, large, all);
  }
}

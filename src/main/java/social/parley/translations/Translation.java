package social.parley.translations;

import java.util.List;

/**
 * A post in another language.
 *
 * @param language the one it is in now
 * @param detected the one it was in
 * @param provider who translated it
 * @param html clean
 * @param options the answers of its poll, in their order
 * @param descriptions of its files, in their order
 */
public record Translation(
    String language,
    String detected,
    String provider,
    String html,
    String warning,
    List<String> options,
    List<String> descriptions) {
  public Translation {
    options = List.copyOf(options);
    descriptions = List.copyOf(descriptions);
  }
}

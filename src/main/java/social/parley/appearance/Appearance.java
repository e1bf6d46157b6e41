package social.parley.appearance;

import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;

/**
 * How the community looks now.
 *
 * @param color the accent colour, as #rrggbb
 * @param css the community's own style sheet, empty for none
 * @param logo a square picture, null for the mark that comes with the program
 * @param banner the wide picture of the front page and of cards on other sites
 * @param wallpaper what lies behind the pages
 */
public record Appearance(
    String color, String css, @Nullable Logo logo, @Nullable Iri banner, @Nullable Iri wallpaper) {
  /** A logo with its width in pixels, and the same with 192. */
  public record Logo(Iri address, int width, Iri icon) {}
}

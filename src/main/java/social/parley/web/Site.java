package social.parley.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.config.Registration;

/**
 * What every page knows of this server, and where its style sheets and scripts are. {@code
 * ownStyle} is the community's own style sheet, null where there is none.
 */
public record Site(
    String name,
    String summary,
    String contact,
    List<String> rules,
    List<String> languages,
    Registration registration,
    String host,
    String base,
    String domain,
    Face face,
    String style,
    @Nullable String ownStyle,
    String script,
    String memberScript,
    String htmx) {

  /**
   * By what the community is recognized.
   *
   * @param logo its own square picture, null where the mark of the program stands
   * @param icon what browsers show beside the title
   * @param touchIcon the same with 192 pixels
   * @param largeIcon the same in the width that follows
   * @param ownBanner whether the wide picture is the community's own
   */
  public record Face(
      String color,
      @Nullable String logo,
      String icon,
      String touchIcon,
      String largeIcon,
      int largeIconWidth,
      boolean ownBanner,
      String banner) {
    /** The media type of the icon. */
    public String iconType() {
      return logo == null ? "image/svg+xml" : "image/png";
    }
  }

  /** Whether somebody without an invitation can ask for an account. */
  public boolean takesPeople() {
    return registration == Registration.OPEN || registration == Registration.APPROVAL;
  }
}

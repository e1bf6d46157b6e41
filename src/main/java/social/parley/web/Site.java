package social.parley.web;

import java.util.List;
import social.parley.config.Registration;
import social.parley.config.Settings;
import social.parley.http.Assets;

/** What every page knows of this server, and where its style sheet and scripts are. */
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
    String color,
    String style,
    String script,
    String memberScript,
    String htmx,
    String icon,
    String touchIcon,
    String banner) {
  static Site of(Settings settings, Assets assets, String style) {
    var about = settings.about();
    return new Site(
        about.name(),
        about.summary(),
        about.contact(),
        about.rules(),
        about.languages(),
        settings.registration(),
        settings.authority(),
        settings.url().value(),
        settings.handleDomain(),
        about.color(),
        style,
        assets.url("js/app.js"),
        assets.url("js/member.js"),
        assets.url("htmx.js"),
        assets.url("img/icon.svg"),
        assets.url("img/icon-192.png"),
        settings.at(assets.url("img/banner.png")).value());
  }

  /** Whether somebody without an invitation can ask for an account. */
  public boolean takesPeople() {
    return registration == Registration.OPEN || registration == Registration.APPROVAL;
  }
}

package social.parley.web;

import org.jspecify.annotations.Nullable;
import social.parley.appearance.Appearance;
import social.parley.appearance.Appearances;
import social.parley.config.About;
import social.parley.config.Settings;
import social.parley.http.Assets;

/** What pages know of this server, made anew when its appearance has changed. */
final class Sites {
  private final Settings settings;
  private final Assets assets;
  private final Appearances appearances;
  private final Styles styles;
  private volatile @Nullable Known known;

  private record Known(Appearance appearance, Site site) {}

  Sites(Settings settings, Assets assets, Appearances appearances, Styles styles) {
    this.settings = settings;
    this.assets = assets;
    this.appearances = appearances;
    this.styles = styles;
  }

  /** As it is now. */
  Site now() {
    Appearance appearance = appearances.now();
    Known before = known;
    if (before != null && before.appearance().equals(appearance)) return before.site();
    Site site = site(appearance);
    known = new Known(appearance, site);
    return site;
  }

  private Site site(Appearance appearance) {
    About about = settings.about();
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
        face(appearance),
        styles.url(appearance),
        styles.ownUrl(appearance),
        assets.url("js/app.js"),
        assets.url("js/member.js"),
        assets.url("htmx.js"));
  }

  private Site.Face face(Appearance appearance) {
    Appearance.Logo logo = appearance.logo();
    String banner =
        appearance.banner() == null
            ? settings.at(assets.url("img/banner.png")).value()
            : appearance.banner().value();
    return logo == null
        ? new Site.Face(
            appearance.color(),
            null,
            assets.url("img/icon.svg"),
            assets.url("img/icon-192.png"),
            assets.url("img/icon-512.png"),
            512,
            appearance.banner() != null,
            banner)
        : new Site.Face(
            appearance.color(),
            logo.icon().value(),
            logo.icon().value(),
            logo.icon().value(),
            logo.address().value(),
            logo.width(),
            appearance.banner() != null,
            banner);
  }
}

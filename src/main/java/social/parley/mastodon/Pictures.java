package social.parley.mastodon;

import java.util.Map;
import java.util.TreeMap;
import social.parley.actors.Actor;
import social.parley.appearance.Appearance;
import social.parley.appearance.Appearances;
import social.parley.config.Settings;
import social.parley.core.Iri;
import social.parley.http.Assets;
import social.parley.media.ImageShape;
import social.parley.media.RemoteMedia;

/** Where the pictures of people and of this server are; those of others come through this one. */
public final class Pictures {
  private static final int ICON = 192;

  private final Settings settings;
  private final Assets assets;
  private final RemoteMedia remote;
  private final Appearances appearances;

  Pictures(Settings settings, Assets assets, RemoteMedia remote, Appearances appearances) {
    this.settings = settings;
    this.assets = assets;
    this.remote = remote;
    this.appearances = appearances;
  }

  public String avatar(Actor actor) {
    Iri avatar = actor.avatar();
    if (avatar == null) return noAvatar();
    return (actor.local() ? avatar : remote.address(avatar, ImageShape.AVATAR)).value();
  }

  public String header(Actor actor) {
    Iri header = actor.header();
    if (header == null) return noHeader();
    return (actor.local() ? header : remote.address(header, ImageShape.HEADER)).value();
  }

  public String noAvatar() {
    return asset("img/avatar.png");
  }

  public String noHeader() {
    return asset("img/header.png");
  }

  /** The picture of this community, wide. */
  public String banner() {
    Iri banner = appearances.now().banner();
    return banner == null ? asset("img/banner.png") : banner.value();
  }

  /** The icons of this community by their width. */
  public Map<Integer, String> icons() {
    Appearance.Logo logo = appearances.now().logo();
    if (logo == null) return Map.of(ICON, asset("img/icon-192.png"));
    Map<Integer, String> icons = new TreeMap<>(Map.of(ICON, logo.icon().value()));
    icons.put(logo.width(), logo.address().value());
    return icons;
  }

  private String asset(String name) {
    return settings.at(assets.url(name)).value();
  }
}

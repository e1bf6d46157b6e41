package social.parley.mastodon;

import social.parley.actors.Actor;
import social.parley.config.Settings;
import social.parley.core.Iri;
import social.parley.http.Assets;
import social.parley.media.ImageShape;
import social.parley.media.RemoteMedia;

/** Where the pictures of people and of this server are; those of others come through this one. */
public final class Pictures {
  private final Settings settings;
  private final Assets assets;
  private final RemoteMedia remote;

  Pictures(Settings settings, Assets assets, RemoteMedia remote) {
    this.settings = settings;
    this.assets = assets;
    this.remote = remote;
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

  public String banner() {
    return asset("img/banner.png");
  }

  public String icon() {
    return asset("img/icon-192.png");
  }

  private String asset(String name) {
    return settings.at(assets.url(name)).value();
  }
}

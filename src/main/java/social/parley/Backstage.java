package social.parley;

import java.time.Clock;
import java.util.random.RandomGenerator;
import social.parley.accounts.Accounts;
import social.parley.accounts.Applications;
import social.parley.accounts.Invites;
import social.parley.accounts.PasswordReset;
import social.parley.accounts.Tokens;
import social.parley.actors.Actors;
import social.parley.announcements.Notices;
import social.parley.appearance.Appearances;
import social.parley.cli.Community;
import social.parley.config.Settings;
import social.parley.emojis.Emojis;
import social.parley.federation.Backlog;
import social.parley.media.RemoteMedia;
import social.parley.moderation.DomainBlocks;
import social.parley.moderation.Sanctions;
import social.parley.moves.Moves;
import social.parley.posts.Posts;
import social.parley.relays.Relays;
import social.parley.search.Search;
import social.parley.storage.Database;
import social.parley.trends.Trends;

/** A community as its commands see it: all parts, nothing running. */
record Backstage(Plumbing plumbing, Features features) implements Community {

  static Backstage open(Settings settings, Clock clock, RandomGenerator random) {
    Plumbing plumbing = Plumbing.open(settings, clock, random);
    return new Backstage(plumbing, Features.of(plumbing));
  }

  @Override
  public Settings settings() {
    return plumbing.settings();
  }

  @Override
  public Database database() {
    return plumbing.database();
  }

  @Override
  public Actors actors() {
    return features.actors();
  }

  @Override
  public Accounts accounts() {
    return features.people().accounts();
  }

  @Override
  public Applications applications() {
    return features.people().applications();
  }

  @Override
  public PasswordReset passwordReset() {
    return features.people().passwordReset();
  }

  @Override
  public Tokens tokens() {
    return features.people().tokens();
  }

  @Override
  public Invites invites() {
    return features.people().invites();
  }

  @Override
  public Backlog backlog() {
    return new Backlog(plumbing.database(), plumbing.clock());
  }

  @Override
  public Moves moves() {
    return features.personal().moves();
  }

  @Override
  public Relays relays() {
    return features.relays();
  }

  @Override
  public DomainBlocks domains() {
    return features.moderation().domains();
  }

  @Override
  public Sanctions sanctions() {
    return features.moderation().sanctions();
  }

  @Override
  public Posts posts() {
    return features.posts();
  }

  @Override
  public Emojis emojis() {
    return features.emojis();
  }

  @Override
  public Appearances appearances() {
    return features.appearances();
  }

  @Override
  public Search search() {
    return features.discovery().search();
  }

  @Override
  public RemoteMedia remoteMedia() {
    return features.remoteMedia();
  }

  @Override
  public Notices notices() {
    return features.discovery().notices();
  }

  @Override
  public Trends trends() {
    return features.discovery().trends();
  }

  @Override
  public void close() {
    features.close();
    plumbing.close();
  }
}

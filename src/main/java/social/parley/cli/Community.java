package social.parley.cli;

import social.parley.accounts.Accounts;
import social.parley.accounts.Applications;
import social.parley.accounts.Invites;
import social.parley.accounts.PasswordReset;
import social.parley.accounts.Tokens;
import social.parley.actors.Actors;
import social.parley.announcements.Notices;
import social.parley.appearance.Appearances;
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

/** The parts of one community that commands work with. */
public interface Community extends AutoCloseable {
  Settings settings();

  Database database();

  Actors actors();

  Accounts accounts();

  Applications applications();

  PasswordReset passwordReset();

  Tokens tokens();

  Invites invites();

  Backlog backlog();

  Relays relays();

  Moves moves();

  DomainBlocks domains();

  Sanctions sanctions();

  Posts posts();

  Emojis emojis();

  Appearances appearances();

  Search search();

  Notices notices();

  Trends trends();

  RemoteMedia remoteMedia();

  @Override
  void close();
}

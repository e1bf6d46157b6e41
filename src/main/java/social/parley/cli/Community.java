package social.parley.cli;

import social.parley.accounts.Accounts;
import social.parley.accounts.Applications;
import social.parley.accounts.Invites;
import social.parley.accounts.Tokens;
import social.parley.actors.Actors;
import social.parley.config.Settings;
import social.parley.storage.Database;

/** The parts of one community that commands work with. */
public interface Community extends AutoCloseable {
  Settings settings();

  Database database();

  Actors actors();

  Accounts accounts();

  Applications applications();

  Tokens tokens();

  Invites invites();

  @Override
  void close();
}

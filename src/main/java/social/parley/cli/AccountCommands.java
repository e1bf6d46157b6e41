package social.parley.cli;

import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import social.parley.accounts.Account;
import social.parley.accounts.NewAccount;
import social.parley.accounts.Role;
import social.parley.actors.Actor;

/** {@code account}: who has an account here, and what they may do. */
@Command(
    description = "Make, list and change people's accounts.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example:", "  parley account list"})
final class AccountCommands {
  private static final int PASSWORD_BYTES = 12;
  private final Desk desk;

  AccountCommands(Desk desk) {
    this.desk = desk;
  }

  @Command(
      description = "Make an account, confirmed and approved.",
      footer = {
        "",
        "Examples:",
        "  parley account create ada --email ada@example.org",
        "  parley account create ada --email ada@example.org --password 'a long one' --role admin"
      })
  int create(
      @Parameters(paramLabel = "NAME", description = "The name in the handle.") String name,
      @Option(names = "--email", required = true, paramLabel = "E", description = "E-mail address.")
          String email,
      @Option(
              names = "--password",
              paramLabel = "P",
              description = "Password; without one, a random one is made and printed.")
          @Nullable String password,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              defaultValue = "USER",
              description = "owner, admin, moderator or user (the default).")
          Role role) {
    return desk.inCommunity(community -> {
      String secret = password == null ? randomPassword() : password;
      Account account = community.accounts().create(new NewAccount(name, email, secret, role));
      Actor actor = community.actors().byId(account.actor()).orElseThrow();
      desk.out().println("created @" + actor.handle() + " " + actor.url());
      if (password == null) desk.out().println("password: " + secret);
      return Commands.DONE;
    });
  }

  private static String randomPassword() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

package social.parley.cli;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import social.parley.accounts.Account;
import social.parley.accounts.Accounts;
import social.parley.accounts.NewAccount;
import social.parley.accounts.Role;
import social.parley.actors.Actor;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Refused;

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

  @Command(
      description = "List accounts, newest first.",
      footer = {"", "Examples:", "  parley account list", "  parley account list --waiting"})
  int list(
      @Option(names = "--waiting", description = "Only those who wait for approval.")
          boolean waiting,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "100",
              description = "At most so many (default: ${DEFAULT-VALUE}).")
          int limit) {
    return desk.inCommunity(community -> {
      Accounts accounts = community.accounts();
      Cursor cursor = Cursor.first(limit);
      List<Account> found = (waiting ? accounts.pending(cursor) : accounts.all(cursor)).items();
      Map<ActorId, Actor> actors =
          community.actors().byIds(found.stream().map(Account::actor).toList());
      Table table = new Table("NAME", "ROLE", "STATE", "E-MAIL", "SINCE", "LAST SEEN");
      for (Account account : found) {
        Actor actor = actors.get(account.actor());
        table.row(
            actor == null ? "?" : actor.username(),
            word(account.role()),
            word(account.state()),
            account.email(),
            day(account.createdAt()),
            account.lastActiveAt() == null ? "never" : day(account.lastActiveAt()));
      }
      table.print(desk.out());
      return Commands.DONE;
    });
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String day(Instant when) {
    return LocalDate.ofInstant(when, ZoneOffset.UTC).toString();
  }

  @Command(
      description = "Say what somebody may do.",
      footer = {"", "Example:", "  parley account role ada moderator"})
  int role(
      @Parameters(paramLabel = "NAME", description = "Whose account.") String name,
      @Parameters(paramLabel = "ROLE", description = "owner, admin, moderator or user.")
          Role role) {
    return with(
        name,
        (community, account) -> {
          community.accounts().changeRole(account.id(), role);
          return name + " is now " + word(role);
        });
  }

  @Command(
      description = "Set a new password; every login and token of the account ends.",
      footer = {"", "Examples:", "  parley account password ada"})
  int password(
      @Parameters(paramLabel = "NAME", description = "Whose account.") String name,
      @Option(
              names = "--password",
              paramLabel = "P",
              description = "Password; without one, a random one is made and printed.")
          @Nullable String password) {
    return with(
        name,
        (community, account) -> {
          String secret = password == null ? randomPassword() : password;
          community.passwordReset().replace(account.id(), secret);
          return password == null ? "password: " + secret : "changed the password of " + name;
        });
  }

  @Command(
      description = "Let somebody in who waits.",
      footer = {"", "Example:", "  parley account approve ada"})
  int approve(@Parameters(paramLabel = "NAME", description = "Whose account.") String name) {
    return with(
        name,
        (community, account) -> {
          community.accounts().approve(account.id());
          return "approved " + name;
        });
  }

  @Command(
      description = "Turn somebody away who waits.",
      footer = {"", "Example:", "  parley account reject ada"})
  int reject(@Parameters(paramLabel = "NAME", description = "Whose account.") String name) {
    return with(
        name,
        (community, account) -> {
          community.accounts().reject(account.id());
          return "rejected " + name;
        });
  }

  @Command(
      description = "Keep somebody from using their account; with --undo, let them again.",
      footer = {
        "",
        "Examples:",
        "  parley account disable ada",
        "  parley account disable ada --undo"
      })
  int disable(
      @Parameters(paramLabel = "NAME", description = "Whose account.") String name,
      @Option(names = "--undo", description = "Let them use it again.") boolean undo) {
    return with(
        name,
        (community, account) -> {
          community.accounts().disable(account.id(), !undo);
          return (undo ? "enabled " : "disabled ") + name;
        });
  }

  @Command(
      description = "Say that another account is also somebody's, so that it can move here.",
      footer = {"", "Example:", "  parley account alias ada ada@old.example"})
  int alias(
      @Parameters(paramLabel = "NAME", description = "Whose account.") String name,
      @Parameters(paramLabel = "HANDLE", description = "The other account.") String other,
      @Option(names = "--undo", description = "Take that back.") boolean undo) {
    return with(
        name,
        (community, account) -> {
          if (undo) community.moves().dropAlias(account.actor(), other);
          else community.moves().addAlias(account.actor(), community.moves().named(other));
          return (undo ? "not also " : "also ") + other;
        });
  }

  @Command(
      description = "Move an account away, with its followers; the other one must name it.",
      footer = {"", "Example:", "  parley account move ada ada@new.example"})
  int move(
      @Parameters(paramLabel = "NAME", description = "Whose account.") String name,
      @Parameters(paramLabel = "HANDLE", description = "Where to.") String other) {
    return with(
        name,
        (community, account) -> {
          Actor actor = community.moves().named(other);
          community.moves().move(account.actor(), actor);
          return "moved " + name + " to " + actor.handle();
        });
  }

  @Command(
      description = "Delete an account with all its posts. The name cannot be used again.",
      footer = {"", "Example:", "  parley account delete ada --yes"})
  int delete(
      @Parameters(paramLabel = "NAME", description = "Whose account.") String name,
      @Option(names = "--yes", description = "Yes, for good.") boolean sure) {
    return with(
        name,
        (community, account) -> {
          if (!sure) throw new Refused.Conflict("this cannot be undone; say --yes to go on");
          community.accounts().delete(account.id());
          return "deleted " + name;
        });
  }

  /** Does something with one account, and prints what was done. */
  private int with(String name, BiFunction<Community, Account, String> work) {
    return desk.inCommunity(community -> {
      desk.out().println(work.apply(community, Desk.account(community, name)));
      return Commands.DONE;
    });
  }

  private static String randomPassword() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

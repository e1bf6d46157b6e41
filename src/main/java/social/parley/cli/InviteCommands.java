package social.parley.cli;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import social.parley.accounts.Invite;

/** {@code invite}: links that let people sign up without waiting. */
@Command(
    description = "Make, list and revoke invitations.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example:", "  parley invite create --uses 1"})
final class InviteCommands {
  private final Desk desk;

  InviteCommands(Desk desk) {
    this.desk = desk;
  }

  @Command(
      description = "Print the link of a new invitation.",
      footer = {
        "",
        "Examples:",
        "  parley invite create",
        "  parley invite create --uses 5 --days 14"
      })
  int create(
      @Option(
              names = "--uses",
              paramLabel = "N",
              description = "How many people may use it; default: any number.")
          @Nullable Integer uses,
      @Option(
              names = "--days",
              paramLabel = "N",
              description = "How long it lasts; default: until it is revoked.")
          @Nullable Integer days) {
    return desk.inCommunity(community -> {
      Invite invite =
          community.invites().create(null, uses, days == null ? null : Duration.ofDays(days));
      desk.out().println(link(community, invite));
      return Commands.DONE;
    });
  }

  private static String link(Community community, Invite invite) {
    return community.settings().at("/invite/" + invite.code()).value();
  }

  @Command(
      description = "List all invitations, newest first.",
      footer = {"", "Example:", "  parley invite list"})
  int list() {
    return desk.inCommunity(community -> {
      Table table = new Table("CODE", "USED", "STATE", "LINK");
      Instant now = Instant.now();
      for (Invite invite : community.invites().all())
        table.row(
            invite.code(),
            invite.maxUses() == null ? invite.uses() : invite.uses() + " of " + invite.maxUses(),
            state(invite, now),
            link(community, invite));
      table.print(desk.out());
      return Commands.DONE;
    });
  }

  private static String state(Invite invite, Instant now) {
    if (invite.revokedAt() != null) return "revoked";
    if (!invite.isUsable(now)) return "used up";
    return invite.expiresAt() == null ? "open" : "open until " + invite.expiresAt();
  }

  @Command(
      description = "Make an invitation useless.",
      footer = {"", "Example:", "  parley invite revoke Xo2Lq81bTz9a"})
  int revoke(@Parameters(paramLabel = "CODE", description = "Its code.") String code) {
    return desk.inCommunity(community -> {
      community.invites().revoke(code);
      desk.out().println("revoked " + code);
      return Commands.DONE;
    });
  }
}

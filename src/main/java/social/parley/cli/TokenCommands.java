package social.parley.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import social.parley.accounts.Account;
import social.parley.accounts.Application;
import social.parley.accounts.Scopes;
import social.parley.core.Refused;

/** {@code token}: access tokens for bots and scripts. */
@Command(
    description = "Make access tokens for bots and scripts.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example:", "  parley token create ada --scopes \"read write follow push\""})
final class TokenCommands {
  private final Desk desk;

  TokenCommands(Desk desk) {
    this.desk = desk;
  }

  @Command(
      description = "Print a new access token for somebody's account.",
      footer = {
        "",
        "Examples:",
        "  parley token create ada",
        "  curl -H \"Authorization: Bearer $(parley token create ada)\" \\",
        "    http://localhost:8080/api/v1/accounts/verify_credentials"
      })
  int create(
      @Parameters(paramLabel = "NAME", description = "Whose account.") String name,
      @Option(
              names = "--scopes",
              paramLabel = "SCOPES",
              defaultValue = "read write follow push",
              description = "What it allows, by blanks; default: ${DEFAULT-VALUE}.")
          String scopes) {
    return desk.inCommunity(community -> {
      Scopes wanted =
          Scopes.parse(scopes)
              .orElseThrow(() -> new Refused.Invalid("scopes", "names one that does not exist"));
      Account account = Desk.account(community, name);
      Application application = community.applications().commandLine();
      desk.out().println(community.tokens().issue(application, account.id(), wanted).secret());
      return Commands.DONE;
    });
  }
}

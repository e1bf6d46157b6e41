package social.parley.cli;

import picocli.CommandLine.Command;

/** {@code search}: the index that posts, people and tags are found by. */
@Command(
    description = "Look after the search index.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example:", "  parley search rebuild"})
final class SearchCommands {
  private final Desk desk;

  SearchCommands(Desk desk) {
    this.desk = desk;
  }

  @Command(
      description = {
        "Have the search index made anew from the database.",
        "A running server begins at once, others when they start; search works meanwhile."
      },
      footer = {"", "Example:", "  parley search rebuild"})
  int rebuild() {
    return desk.inCommunity(community -> {
      community.search().rebuild();
      desk.out().println("the search index will be made anew by the server");
      return Commands.DONE;
    });
  }
}

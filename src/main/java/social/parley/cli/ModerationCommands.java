package social.parley.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import social.parley.actors.Actor;
import social.parley.core.Handle;
import social.parley.core.Refused;
import social.parley.moderation.BlockDraft;
import social.parley.moderation.BlockList;
import social.parley.moderation.Decision;
import social.parley.moderation.DomainAllow;
import social.parley.moderation.DomainBlock;
import social.parley.moderation.Sanction;
import social.parley.moderation.Severity;

/** {@code moderation}: which servers are dealt with, and decisions about people. */
@Command(
    description = "Block and allow servers, and decide about people.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example:", "  parley moderation block spam.example --severity suspend"})
final class ModerationCommands {
  private final Desk desk;

  ModerationCommands(Desk desk) {
    this.desk = desk;
  }

  @Command(
      description = "Block a domain with everything under it, or change its block.",
      footer = {"", "Example:", "  parley moderation block spam.example --severity suspend"})
  int block(
      @Parameters(paramLabel = "DOMAIN", description = "Its name.") String domain,
      @Option(
              names = "--severity",
              paramLabel = "LEVEL",
              defaultValue = "suspend",
              description = "noop, silence or suspend; default: suspend.")
          Severity severity,
      @Option(names = "--reject-media", description = "Show no files from there.")
          boolean rejectMedia,
      @Option(names = "--reject-reports", description = "Take no reports from there.")
          boolean rejectReports,
      @Option(names = "--comment", paramLabel = "TEXT", description = "Why, for everybody to read.")
          @Nullable String comment) {
    return desk.inCommunity(community -> {
      BlockDraft draft = new BlockDraft(severity, rejectMedia, rejectReports, null, comment, false);
      DomainBlock block =
          community
              .domains()
              .find(domain)
              .map(there -> community.domains().change(null, there.id(), draft))
              .orElseGet(() -> community.domains().block(null, domain, draft));
      desk.out().println("blocked " + block.domain() + " " + word(block.severity()));
      return Commands.DONE;
    });
  }

  @Command(
      description = "Lift the block of a domain.",
      footer = {"", "Example:", "  parley moderation unblock spam.example"})
  int unblock(@Parameters(paramLabel = "DOMAIN", description = "Its name.") String domain) {
    return desk.inCommunity(community -> {
      DomainBlock block =
          community
              .domains()
              .find(domain)
              .orElseThrow(() -> new Refused.NotFound(domain + " is not blocked"));
      community.domains().unblock(null, block.id());
      desk.out().println("unblocked " + block.domain());
      return Commands.DONE;
    });
  }

  @Command(
      description = "List blocked and allowed domains.",
      footer = {"", "Example:", "  parley moderation list"})
  int list() {
    return desk.inCommunity(community -> {
      Table table = new Table("DOMAIN", "IS", "REJECTS", "COMMENT");
      for (DomainBlock block : community.domains().all())
        table.row(
            block.domain(),
            word(block.severity()),
            (block.rejectMedia() ? "media " : "") + (block.rejectReports() ? "reports" : ""),
            block.publicComment() == null ? "" : block.publicComment());
      for (DomainAllow allow : community.domains().allAllowed())
        table.row(allow.domain(), "allowed", "", "");
      table.print(desk.out());
      return Commands.DONE;
    });
  }

  @Command(
      description = "Allow a domain, for a server that deals only with allowed ones.",
      footer = {"", "Example:", "  parley moderation allow friends.example"})
  int allow(@Parameters(paramLabel = "DOMAIN", description = "Its name.") String domain) {
    return desk.inCommunity(community -> {
      desk.out().println("allowed " + community.domains().allow(null, domain).domain());
      return Commands.DONE;
    });
  }

  @Command(
      description = "Block the domains in a CSV file as Mastodon exports them.",
      footer = {"", "Example:", "  parley moderation load domain_blocks.csv"})
  int load(@Parameters(paramLabel = "FILE", description = "The list.") String file) {
    return desk.inCommunity(community -> {
      List<BlockList.Line> lines = BlockList.read(text(file));
      int added = 0;
      for (BlockList.Line line : lines) {
        if (community.domains().find(line.domain()).isPresent()) continue;
        community.domains().block(null, line.domain(), line.draft());
        added++;
      }
      desk.out().println("blocked " + added + " of " + lines.size() + " domains");
      return Commands.DONE;
    });
  }

  private String text(String file) {
    try {
      return Files.readString(desk.shell().folder().resolve(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Command(
      description = "Decide about somebody: none, sensitive, disable, silence or suspend.",
      footer = {
        "",
        "Examples:",
        "  parley moderation decide ada silence --text \"Please read our rules\"",
        "  parley moderation decide troll@spam.example suspend"
      })
  int decide(
      @Parameters(paramLabel = "HANDLE", description = "Who.") String handle,
      @Parameters(paramLabel = "DECISION", description = "What.") Sanction sanction,
      @Option(
              names = "--text",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "What they are told, also by mail.")
          String text) {
    return desk.inCommunity(community -> {
      Actor actor = actor(community, handle);
      community
          .sanctions()
          .act(null, actor.id(), new Decision(sanction, text, !text.isBlank(), null));
      desk.out().println(word(sanction) + " " + actor.handle());
      return Commands.DONE;
    });
  }

  @Command(
      description = "Take a decision back: sensitive, disable, silence or suspend.",
      footer = {"", "Example:", "  parley moderation lift ada silence"})
  int lift(
      @Parameters(paramLabel = "HANDLE", description = "Who.") String handle,
      @Parameters(paramLabel = "DECISION", description = "What.") Sanction sanction) {
    return desk.inCommunity(community -> {
      Actor actor = actor(community, handle);
      community.sanctions().lift(null, actor.id(), sanction);
      desk.out().println("lifted " + word(sanction) + " " + actor.handle());
      return Commands.DONE;
    });
  }

  private static Actor actor(Community community, String handle) {
    return (handle.replaceFirst("^@", "").contains("@")
            ? Handle.parse(handle).flatMap(community.actors()::byHandle)
            : community.actors().local(handle.replaceFirst("^@", "")))
        .orElseThrow(() -> new Refused.NotFound("there is nobody called " + handle));
  }

  private static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }
}

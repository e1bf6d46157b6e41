package social.parley.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import social.parley.announcements.Notice;
import social.parley.announcements.NoticeDraft;
import social.parley.core.Refused;
import social.parley.text.PlainText;

/** {@code announcement}: what everybody here is told. */
@Command(
    description = "Announce something to everybody here.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example:", "  parley announcement create 'The server rests on Sunday.'"})
final class AnnouncementCommands {
  private static final int SHOWN = 60;
  private final Desk desk;

  AnnouncementCommands(Desk desk) {
    this.desk = desk;
  }

  @Command(
      description = "Announce a text in Markdown, at once or later.",
      footer = {
        "",
        "Examples:",
        "  parley announcement create 'The server rests on Sunday.'",
        "  parley announcement create 'Summer party' --starts 2027-06-21 --ends 2027-06-22"
            + " --all-day",
        "  parley announcement create 'Good morning' --at 2027-01-01T08:00:00Z"
      })
  int create(
      @Parameters(paramLabel = "TEXT", description = "What is announced.") String text,
      @Option(
              names = "--starts",
              paramLabel = "TIME",
              description = "When what it is about begins, as a day or a time.")
          Optional<String> starts,
      @Option(names = "--ends", paramLabel = "TIME", description = "When it is over.")
          Optional<String> ends,
      @Option(names = "--all-day", description = "Only the days matter, not the hours.")
          boolean allDay,
      @Option(names = "--at", paramLabel = "TIME", description = "When it is announced.")
          Optional<String> at) {
    return desk.inCommunity(community -> {
      Notice notice =
          community
              .notices()
              .create(new NoticeDraft(text, time(starts), time(ends), allDay, time(at)));
      desk.out().println(notice.id());
      return Commands.DONE;
    });
  }

  private static @Nullable Instant time(Optional<String> given) {
    if (given.isEmpty()) return null;
    String text = given.get();
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException unreadable) {
      throw new Refused.Invalid(
          "time", "'" + text + "' is neither like 2027-06-21 nor like 2027-06-21T18:00:00Z");
    }
  }

  @Command(
      description = "List all announcements, the oldest first.",
      footer = {"", "Example:", "  parley announcement list"})
  int list() {
    return desk.inCommunity(community -> {
      Table table = new Table("ID", "STATE", "TEXT");
      Instant now = Instant.now();
      for (Notice notice : community.notices().all())
        table.row(notice.id(), state(notice, now), PlainText.line(notice.html(), SHOWN));
      table.print(desk.out());
      return Commands.DONE;
    });
  }

  private static String state(Notice notice, Instant now) {
    if (notice.publishedAt() == null) return "waits until " + notice.dueAt();
    return notice.isShown(now) ? "shown" : "over";
  }

  @Command(
      description = "Change the text of an announcement.",
      footer = {
        "",
        "Example:",
        "  parley announcement edit 116153804 'The server rests on Monday.'"
      })
  int edit(
      @Parameters(paramLabel = "ID", description = "Which one.") long id,
      @Parameters(paramLabel = "TEXT", description = "What it says from now on.") String text) {
    return desk.inCommunity(community -> {
      Notice before = community.notices().find(id);
      NoticeDraft draft =
          new NoticeDraft(
              text, before.startsAt(), before.endsAt(), before.allDay(), before.dueAt());
      community.notices().edit(id, draft);
      desk.out().println("changed " + id);
      return Commands.DONE;
    });
  }

  @Command(
      description = "Delete an announcement.",
      footer = {"", "Example:", "  parley announcement delete 116153804"})
  int delete(@Parameters(paramLabel = "ID", description = "Which one.") long id) {
    return desk.inCommunity(community -> {
      community.notices().delete(id);
      desk.out().println("deleted " + id);
      return Commands.DONE;
    });
  }
}

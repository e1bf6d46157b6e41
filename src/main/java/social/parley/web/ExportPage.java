package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import social.parley.accounts.Accounts;
import social.parley.core.Refused;
import social.parley.http.Download;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.http.Parameters;
import social.parley.portability.Archives;
import social.parley.portability.ExportFile;
import social.parley.portability.Exports;

/** From where people take along what is theirs: each list as a file, or everything in one. */
public final class ExportPage implements Endpoints {
  private static final String PATH = "/settings/export";
  private static final String PASSWORD = "current_password";

  private final PageParts parts;
  private final Accounts accounts;
  private final Exports exports;
  private final Archives archives;

  ExportPage(PageParts parts, Accounts accounts, Exports exports, Archives archives) {
    this.parts = parts;
    this.accounts = accounts;
    this.exports = exports;
    this.archives = archives;
  }

  /** The files, how much an archive would hold, and what was wrong with asking for one. */
  public record View(List<File> files, Archives.Size size, Problems problems) {
    /** The archive's size in whole megabytes, at least one. */
    public long megabytes() {
      return Math.max(1, Math.ceilDiv(size.bytes(), 1_000_000L));
    }
  }

  /** A file, what it holds and how many rows of it. */
  public record File(String label, String name, long rows) {}

  @Override
  public void addTo(RoutesConfig routes) {
    Routing routing = parts.routing();
    routing.memberPage(routes, PATH, (ctx, me) -> show(ctx, me, Problems.NONE));
    routing.memberPage(routes, PATH + "/{file}", this::file);
    routing.memberForm(routes, PATH + "/archive", this::archive);
  }

  private void show(Context ctx, Visitor visitor, Problems problems) {
    Map<ExportFile, Long> counts = exports.counts(visitor.id());
    List<File> files = new ArrayList<>();
    for (ExportFile file : ExportFile.values())
      files.add(
          new File(
              say("export.of." + file.name().toLowerCase(Locale.ROOT)),
              file.fileName(),
              counts.getOrDefault(file, 0L)));
    View view = new View(files, archives.size(visitor.id()), problems);
    Head head = Head.of(say("export.title")).at(Nav.SETTINGS);
    parts.pages().show(ctx, head, "settings-export", view);
  }

  private void file(Context ctx, Visitor visitor) throws IOException {
    ExportFile file = ExportFile.named(ctx.pathParam("file")).orElseThrow(Refused.NotFound::new);
    Download.send(
        ctx, file.fileName(), file.mediaType(), out -> exports.write(visitor.id(), file, out));
  }

  private void archive(Context ctx, Visitor visitor) throws IOException {
    parts.routing().limit(ctx, Limit.LOGIN);
    String password = Parameters.of(ctx).text(PASSWORD, "");
    if (!accounts.hasPassword(visitor.account().id(), password)) {
      refuse(ctx, visitor, 422, Problems.of(PASSWORD, say("export.archive.password")));
      return;
    }
    try (Archives.Turn _ = archives.begin(visitor.id())) {
      parts.routing().limit(ctx, Limit.ARCHIVE, visitor);
      Download.send(
          ctx,
          archives.name(visitor.actor()),
          "application/zip",
          out -> archives.write(visitor.id(), out));
    } catch (Refused.Conflict already) {
      refuse(ctx, visitor, 409, Problems.of("archive", say("export.archive.already")));
    } catch (Refused.TooMany tooMany) {
      Duration pause = tooMany.retryAfter();
      ctx.header("Retry-After", Long.toString(Math.max(1, pause.toSeconds())));
      long hours = Math.max(1, Math.ceilDiv(pause.toMinutes(), 60));
      refuse(ctx, visitor, 429, Problems.of("archive", say("export.archive.often", hours)));
    }
  }

  private void refuse(Context ctx, Visitor visitor, int status, Problems problems) {
    ctx.status(status);
    show(ctx, visitor, problems);
  }
}

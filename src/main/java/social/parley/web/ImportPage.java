package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import social.parley.core.Choice;
import social.parley.core.Refused;
import social.parley.http.Download;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.http.Parameters;
import social.parley.http.UploadedFile;
import social.parley.portability.Import;
import social.parley.portability.ImportKind;
import social.parley.portability.ImportRow;
import social.parley.portability.Imports;
import social.parley.words.Words;

/** Where people bring the lists that they had elsewhere, and see what has become of them. */
public final class ImportPage implements Endpoints {
  private static final String PATH = "/settings/import";
  private static final int FAILURES = 20;

  private final PageParts parts;
  private final Imports imports;

  ImportPage(PageParts parts, Imports imports) {
    this.parts = parts;
    this.imports = imports;
  }

  /** What has been brought, what may be, and what was wrong with the file. */
  public record View(
      List<Kind> kinds, boolean overwrite, List<Brought> brought, Problems problems) {}

  /** What may be in a file. */
  public record Kind(String value, String label, boolean chosen) {}

  /** A list that has been brought; the surplus is what its owner has beside it. */
  public record Brought(Import brought, String label, long surplus, List<Failure> failures) {
    public long id() {
      return brought.id();
    }

    public boolean proposed() {
      return brought.state() == Import.State.PROPOSED;
    }

    public boolean running() {
      return brought.state() == Import.State.RUNNING;
    }

    /** How far it has come. */
    public String state() {
      return say("import.state." + lower(brought.state()));
    }
  }

  /** A row that came to nothing, and why. */
  public record Failure(String subject, String reason) {}

  @Override
  public List<String> uploads() {
    return List.of(PATH);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    Routing routing = parts.routing();
    routing.memberPage(
        routes, PATH, (ctx, me) -> show(ctx, me, ImportKind.FOLLOWING, false, Problems.NONE));
    routing.memberForm(routes, PATH, this::read);
    routing.memberForm(routes, PATH + "/{id}/begin", this::begin);
    routing.memberForm(routes, PATH + "/{id}/drop", this::drop);
    routing.memberPage(routes, PATH + "/{id}/failures.csv", this::failures);
  }

  private void show(
      Context ctx, Visitor visitor, ImportKind kind, boolean overwrite, Problems problems) {
    List<Kind> kinds = new ArrayList<>();
    for (ImportKind one : ImportKind.values())
      kinds.add(new Kind(lower(one), label(one), one == kind));
    List<Brought> brought = new ArrayList<>();
    for (Import one : imports.of(visitor.id())) {
      boolean asks = one.state() == Import.State.PROPOSED && one.overwrite();
      brought.add(
          new Brought(
              one,
              label(one.kind()),
              asks ? imports.surplus(one) : 0,
              one.failed() == 0 ? List.of() : failed(visitor, one)));
    }
    Head head = Head.of(say("import.title")).at(Nav.SETTINGS);
    View view = new View(kinds, overwrite, brought, problems);
    parts.pages().show(ctx, head, "settings-import", view);
  }

  private List<Failure> failed(Visitor visitor, Import one) {
    List<Failure> failures = new ArrayList<>();
    for (ImportRow row : imports.failed(visitor.id(), one.id(), FAILURES)) {
      String reason = row.reason();
      failures.add(new Failure(row.subject(), reason == null ? "" : Words.now().refusal(reason)));
    }
    return failures;
  }

  private static String label(ImportKind kind) {
    return say("export.of." + lower(kind));
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private void read(Context ctx, Visitor visitor) throws IOException {
    Parameters given = Parameters.of(ctx);
    ImportKind kind =
        Choice.of(ImportKind.class, given.text("kind", "")).orElse(ImportKind.FOLLOWING);
    boolean overwrite = given.text("mode", "").equals("overwrite");
    UploadedFile file = given.file("data");
    if (file == null || file.size() == 0) {
      ctx.status(422);
      show(ctx, visitor, kind, overwrite, Problems.of("data", say("import.missing")));
      return;
    }
    try {
      parts.routing().limit(ctx, Limit.IMPORT, visitor);
      try (InputStream content = file.open()) {
        long _ = imports.propose(visitor.id(), kind, overwrite, file.name(), content);
      }
    } catch (Refused.Invalid wrong) {
      ctx.status(422);
      show(ctx, visitor, kind, overwrite, Problems.of(wrong));
      return;
    } catch (Refused.TooMany tooMany) {
      Duration pause = tooMany.retryAfter();
      ctx.status(429).header("Retry-After", Long.toString(Math.max(1, pause.toSeconds())));
      long hours = Math.max(1, Math.ceilDiv(pause.toMinutes(), 60));
      show(ctx, visitor, kind, overwrite, Problems.of("data", say("import.often", hours)));
      return;
    }
    LocalPath.go(ctx, PATH);
  }

  private void begin(Context ctx, Visitor visitor) {
    imports.begin(visitor.id(), Routing.id(ctx));
    LocalPath.go(ctx, PATH);
  }

  private void drop(Context ctx, Visitor visitor) {
    imports.drop(visitor.id(), Routing.id(ctx));
    LocalPath.go(ctx, PATH);
  }

  private void failures(Context ctx, Visitor visitor) throws IOException {
    long id = Routing.id(ctx);
    Download.send(
        ctx,
        "failures.csv",
        "text/csv; charset=utf-8",
        out -> imports.writeFailed(visitor.id(), id, out));
  }
}

package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import social.parley.core.MediaId;
import social.parley.core.Refused;
import social.parley.drafts.DraftContent;
import social.parley.drafts.Drafts;
import social.parley.drafts.SavedDraft;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;

/** What the visitor has begun to write; a script saves it while they type. */
public final class DraftsPage implements Endpoints {
  private static final String PATH = "/drafts";
  private static final int SHOWN = 300;

  private final PageParts parts;
  private final Composing composing;
  private final WrittenForm written;
  private final Drafts drafts;

  DraftsPage(PageParts parts, Composing composing, WrittenForm written, Drafts drafts) {
    this.parts = parts;
    this.composing = composing;
    this.written = written;
    this.drafts = drafts;
  }

  /** All of them, the latest first. */
  public record View(List<Row> rows) {}

  /** One of them: how it begins, and what belongs to it. */
  public record Row(long id, String text, int posts, int files, boolean answer, Moment saved) {}

  @Override
  public List<String> uploads() {
    return List.of(PATH);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    Routing routing = parts.routing();
    routing.memberPage(routes, PATH, this::all);
    routing.memberForm(routes, PATH, this::save);
    routing.memberPage(routes, PATH + "/{id}", this::open);
    routing.memberForm(routes, PATH + "/{id}/delete", this::delete);
  }

  private void all(Context ctx, Visitor me) {
    List<Row> rows = drafts.of(me.id()).stream().map(this::row).toList();
    parts.pages().show(ctx, Head.of(say("drafts.title")).at(Nav.HOME), "drafts", new View(rows));
  }

  private Row row(SavedDraft draft) {
    DraftContent content = draft.content();
    String text = content.texts().isEmpty() ? "" : content.texts().getFirst().strip();
    boolean whole = text.codePointCount(0, text.length()) <= SHOWN;
    return new Row(
        draft.id(),
        whole ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…",
        content.texts().size(),
        content.media().size(),
        content.answered() != null,
        parts.views().moment(draft.savedAt()));
  }

  private void save(Context ctx, Visitor me) {
    Parameters given = Parameters.of(ctx);
    List<MediaId> files = List.of();
    try {
      files = written.files(ctx, me, true);
      drafts.save(me.id(), given.text("draft", ""), DraftForm.content(given, files, me));
    } catch (Refused wrong) {
      if (LocalPath.isPartial(ctx)) throw wrong;
      ctx.status(422);
      parts
          .pages()
          .show(ctx, head(), "compose", composing.again(ctx, me, null, files, wrong.reason()));
      return;
    }
    if (LocalPath.isPartial(ctx)) {
      ctx.status(204);
      return;
    }
    parts.pages().notice(ctx, Notice.SAVED);
    LocalPath.go(ctx, PATH);
  }

  private static Head head() {
    return Head.of(say("drafts.one")).at(Nav.HOME);
  }

  private void open(Context ctx, Visitor me) {
    SavedDraft draft = drafts.own(me.id(), Routing.id(ctx));
    parts.pages().show(ctx, head(), "compose", composing.goingOn(me, draft));
  }

  private void delete(Context ctx, Visitor me) {
    drafts.delete(me.id(), Routing.id(ctx));
    parts.pages().notice(ctx, Notice.DELETED);
    LocalPath.go(ctx, PATH);
  }
}

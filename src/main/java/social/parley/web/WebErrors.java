package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.http.Context;
import social.parley.core.Refused;
import social.parley.http.ErrorAnswers;
import social.parley.http.RequestId;
import social.parley.words.Words;

/** How pages say no, and how they own up to faults. */
public final class WebErrors implements ErrorAnswers {
  private final Pages pages;

  WebErrors(Pages pages) {
    this.pages = pages;
  }

  /** What went wrong; {@code request} is there to be told to the people who run the server. */
  public record View(int status, String reason, String request) {}

  @Override
  public boolean covers(Context ctx) {
    String path = ctx.path();
    return !path.startsWith("/api/") && !path.startsWith("/assets/") && !path.startsWith("/media/");
  }

  @Override
  public void refuse(Context ctx, Refused refused) {
    switch (refused) {
      case Refused.Unauthorized _ -> signIn(ctx);
      case Refused.NotFound _ -> answer(ctx, 404, refused.reason());
      case Refused.Forbidden _ -> answer(ctx, 403, refused.reason());
      case Refused.Invalid _ -> answer(ctx, 422, refused.reason());
      case Refused.Unexpected _ -> answer(ctx, 422, refused.reason());
      case Refused.Conflict _ -> answer(ctx, 409, refused.reason());
      case Refused.Gone _ -> answer(ctx, 410, refused.reason());
      case Refused.Unavailable _ -> answer(ctx, 503, refused.reason());
      case Refused.NotSupported _ -> answer(ctx, 501, refused.reason());
      case Refused.TooMany tooMany -> {
        ctx.header("Retry-After", Long.toString(Math.max(1, tooMany.retryAfter().toSeconds())));
        answer(ctx, 429, refused.reason());
      }
    }
  }

  private static void signIn(Context ctx) {
    boolean returns = ctx.method().name().equals("GET") && !LocalPath.isPartial(ctx);
    LocalPath.go(ctx, returns ? SignInPage.href(LocalPath.of(ctx)) : SignInPage.PATH);
  }

  @Override
  public void fail(Context ctx, int status, String reason) {
    answer(ctx, status, reason);
  }

  private void answer(Context ctx, int status, String reason) {
    ctx.status(status);
    if (LocalPath.isPartial(ctx)) {
      String said = pages.words(ctx).refusal(reason);
      ctx.contentType("text/plain; charset=utf-8").result(said);
      return;
    }
    ctx.header("Cache-Control", "private, no-store");
    pages.words(ctx).during(() -> show(ctx, status, reason));
  }

  private void show(Context ctx, int status, String reason) {
    Head head = Head.of(say("error.title", Integer.toString(status))).hidden(true);
    pages.show(
        ctx, head, "error", new View(status, Words.now().refusal(reason), RequestId.of(ctx)));
  }
}

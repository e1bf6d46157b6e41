package social.parley.federation;

import io.javalin.http.Context;
import java.util.List;
import social.parley.core.Refused;
import social.parley.http.ErrorAnswers;
import social.parley.http.Negotiation;
import social.parley.jsonld.Json;
import tools.jackson.databind.node.ObjectNode;

/** Words errors for other servers: a JSON object with the reason. */
final class FederationErrors implements ErrorAnswers {
  private static final List<String> PATHS =
      List.of("/inbox", "/actor", "/users/", "/activities/", "/.well-known/", "/nodeinfo");

  @Override
  public boolean covers(Context ctx) {
    String path = ctx.path();
    if (path.startsWith("/.well-known/oauth")) return false;
    boolean ours = PATHS.stream().anyMatch(path::startsWith);
    return ours && (ctx.method().toString().equals("POST") || !wantsPage(ctx));
  }

  private static boolean wantsPage(Context ctx) {
    String accept = ctx.header("Accept");
    return accept != null && accept.contains("text/html") && !Negotiation.wantsActivity(ctx);
  }

  @Override
  public void refuse(Context ctx, Refused refused) {
    if (refused instanceof Refused.TooMany wait)
      ctx.header("Retry-After", Long.toString(Math.max(1, wait.retryAfter().toSeconds())));
    answer(ctx, status(refused), refused.reason());
  }

  @Override
  public void fail(Context ctx, int status, String reason) {
    answer(ctx, status, reason);
  }

  static void answer(Context ctx, int status, String reason) {
    ObjectNode body = Json.object().put("error", reason);
    ctx.status(status).contentType("application/json").result(Json.write(body));
  }

  private static int status(Refused refused) {
    return switch (refused) {
      case Refused.NotFound no -> 404;
      case Refused.Forbidden no -> 403;
      case Refused.Unauthorized no -> 401;
      case Refused.Invalid no -> 400;
      case Refused.Unexpected no -> 422;
      case Refused.Conflict no -> 409;
      case Refused.TooMany no -> 429;
      case Refused.Gone no -> 410;
      case Refused.Unavailable no -> 503;
      case Refused.NotSupported no -> 501;
    };
  }
}

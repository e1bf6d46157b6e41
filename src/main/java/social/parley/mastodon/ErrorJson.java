package social.parley.mastodon;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.parley.core.Refused;
import social.parley.http.ErrorAnswers;

/** The API's one wording of every "no": which status, and the Error entity. */
public final class ErrorJson implements ErrorAnswers {
  /** Paths that answer programs; all else is for people. */
  private static final List<String> PREFIXES =
      List.of("/api/", "/oauth/token", "/oauth/revoke", "/oauth/userinfo", "/invite/");

  /** The Error entity. */
  public record Body(
      String error, @JsonInclude(Include.NON_NULL) @Nullable Map<String, List<Detail>> details) {}

  /** What is wrong with one field. */
  public record Detail(String error, String description) {}

  @Override
  public boolean covers(Context ctx) {
    return PREFIXES.stream().anyMatch(ctx.path()::startsWith);
  }

  @Override
  public void refuse(Context ctx, Refused refused) {
    switch (refused) {
      case Refused.Unauthorized no -> unauthorized(ctx, no.reason());
      case Refused.Invalid no -> ctx.status(422).json(body(no));
      case Refused.TooMany no -> {
        ctx.header("Retry-After", Long.toString(Math.max(1, no.retryAfter().toSeconds())));
        fail(ctx, 429, no.reason());
      }
      case Refused.Unexpected no -> fail(ctx, 422, no.reason());
      case Refused.NotFound no -> fail(ctx, 404, no.reason());
      case Refused.Forbidden no -> fail(ctx, 403, no.reason());
      case Refused.Conflict no -> fail(ctx, 409, no.reason());
      // Clients know no 410: to them a deleted thing is one that is not there.
      case Refused.Gone no -> fail(ctx, 404, no.reason());
      case Refused.Unavailable no -> fail(ctx, 503, no.reason());
      case Refused.NotSupported no -> fail(ctx, 501, no.reason());
    }
  }

  @Override
  public void fail(Context ctx, int status, String reason) {
    ctx.status(status).json(new Body(reason, null));
  }

  private void unauthorized(Context ctx, String reason) {
    ctx.header(
        "WWW-Authenticate",
        "Bearer realm=\"Parley\", error=\"invalid_token\", error_description=\"" + reason + "\"");
    fail(ctx, 401, reason);
  }

  /** What is wrong with the input, for the few places that wrap it once more. */
  public static Body body(Refused.Invalid invalid) {
    List<Refused.Problem> problems = invalid.problems();
    if (problems.stream().allMatch(one -> one.field().isEmpty()))
      return new Body(problems.getFirst().reason(), null);
    Map<String, List<Detail>> details = new LinkedHashMap<>();
    for (Refused.Problem one : problems)
      details
          .computeIfAbsent(one.field(), _ -> new ArrayList<>())
          .add(new Detail(one.code(), one.reason()));
    String sentence = problems.stream().map(ErrorJson::sentence).collect(Collectors.joining(", "));
    return new Body("Validation failed: " + sentence, details);
  }

  /** A reason that starts small says something about the field, else it stands for itself. */
  private static String sentence(Refused.Problem problem) {
    String reason = problem.reason();
    if (reason.isEmpty() || !Character.isLowerCase(reason.charAt(0))) return reason;
    String field = problem.field().replace('_', ' ');
    return field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1) + " " + reason;
  }
}

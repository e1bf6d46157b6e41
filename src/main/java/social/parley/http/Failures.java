package social.parley.http;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ClientClosedRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.RequestTimeoutResponse;
import java.io.EOFException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.QuietException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.core.Refused;

/** Hands everything thrown by a route to the surface that words it; logs what is a bug. */
final class Failures {
  private static final Logger log = LoggerFactory.getLogger(Failures.class);
  private final List<ErrorAnswers> surfaces;

  Failures(List<ErrorAnswers> surfaces) {
    this.surfaces = surfaces;
  }

  /** Once an answer has begun, nothing else can be said. */
  void handle(Exception thrown, Context ctx) {
    if (ctx.res().isCommitted()) {
      if (ofConnection(thrown) == null) log(thrown, ctx);
      return;
    }
    switch (thrown) {
      case Refused refused -> surface(ctx).refuse(ctx, refused);
      case HttpResponseException answer -> protocol(answer, ctx);
      default -> {
        HttpResponseException cause = ofConnection(thrown);
        if (cause != null) protocol(cause, ctx);
        else bug(thrown, ctx);
      }
    }
  }

  private void protocol(HttpResponseException answer, Context ctx) {
    if (answer.getStatus() == 404) surface(ctx).refuse(ctx, new Refused.NotFound());
    else fail(ctx, answer.getStatus(), String.valueOf(answer.getMessage()));
  }

  private void bug(Exception thrown, Context ctx) {
    log(thrown, ctx);
    fail(ctx, 500, "Something went wrong on this server. Request " + RequestId.of(ctx));
  }

  private static void log(Exception thrown, Context ctx) {
    log.error("request failed method={} path={}", ctx.method(), ctx.path(), thrown);
  }

  static void log(Error error) {
    log.error("request failed", error);
  }

  private void fail(Context ctx, int status, String reason) {
    ctx.status(status);
    surface(ctx).fail(ctx, status, reason);
  }

  private ErrorAnswers surface(Context ctx) {
    for (ErrorAnswers surface : surfaces) if (surface.covers(ctx)) return surface;
    return PLAIN;
  }

  /** What a body that cannot be read means. */
  static HttpResponseException ofBody(Exception broken) {
    HttpResponseException known = ofConnection(broken);
    return known != null ? known : new BadRequestResponse("The body cannot be read");
  }

  private static @Nullable HttpResponseException ofConnection(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpException http) {
        if (http.getCode() == 413) return new ContentTooLargeResponse();
        return new BadRequestResponse("The request cannot be read");
      }
      if (cause instanceof UnsupportedCharsetException
          || cause instanceof IllegalCharsetNameException)
        return new HttpResponseException(415, "The character set is not known");
      if (cause instanceof TimeoutException) return new RequestTimeoutResponse();
      if (cause instanceof EOFException
          || cause instanceof ClosedChannelException
          || cause instanceof QuietException) return new ClientClosedRequestResponse();
    }
    return null;
  }

  private static final ErrorAnswers PLAIN =
      new ErrorAnswers() {
        @Override
        public boolean covers(Context ctx) {
          return true;
        }

        @Override
        public void refuse(Context ctx, Refused refused) {
          ctx.status(status(refused)).contentType("text/plain; charset=utf-8");
          ctx.result(refused.reason() + "\n");
        }

        @Override
        public void fail(Context ctx, int status, String reason) {
          ctx.status(status).contentType("text/plain; charset=utf-8").result(reason + "\n");
        }
      };

  static int status(Refused refused) {
    return switch (refused) {
      case Refused.NotFound _ -> 404;
      case Refused.Forbidden _ -> 403;
      case Refused.Unauthorized _ -> 401;
      case Refused.Invalid _ -> 422;
      case Refused.Unexpected _ -> 422;
      case Refused.Conflict _ -> 409;
      case Refused.TooMany _ -> 429;
      case Refused.Gone _ -> 410;
      case Refused.Unavailable _ -> 503;
      case Refused.NotSupported _ -> 501;
    };
  }
}

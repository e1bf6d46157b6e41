package social.parley.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** Writes answers that are asked for often with the least copying. */
public final class Answers {
  /** What is shorter is sent as it is, as a compressed answer would hardly be smaller. */
  private static final int LEAST_COMPRESSED = 1500;

  /** What is longer goes out in parts of this size, in bytes; each part is a call of the kernel. */
  private static final int MOST_AT_ONCE = 256 * 1024;

  private static final Pattern REFUSED = Pattern.compile("gzip *; *q=0(\\.0*)? *(,|$)");

  private Answers() {}

  /**
   * As {@code ctx.json}, but straight to bytes, which remember what they are made of. They go out
   * at once, so that nothing can be said of the answer afterwards.
   */
  public static void json(Context ctx, Object value) {
    try (AnswerBody body = AnswerBody.take()) {
      JsonAnswers.UNCLOSED.writeValue(body, value);
      ctx.contentType("application/json; charset=utf-8");
      send(ctx, body);
    }
  }

  /** What has been written, compressed for those who take that. */
  public static void send(Context ctx, AnswerBody body) {
    if (body.length() < LEAST_COMPRESSED) {
      write(ctx, body);
      return;
    }
    ctx.res().addHeader("Vary", "Accept-Encoding");
    if (!takesGzip(ctx)) {
      write(ctx, body);
      return;
    }
    try (AnswerBody squeezed = AnswerBody.take()) {
      Squeezer.squeeze(body, squeezed);
      ctx.header("Content-Encoding", "gzip");
      write(ctx, squeezed);
    }
  }

  private static void write(Context ctx, AnswerBody body) {
    ctx.res().setContentLength(body.length());
    ctx.res().setBufferSize(Math.min(body.length(), MOST_AT_ONCE));
    try {
      body.sendTo(ctx.res().getOutputStream());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static boolean takesGzip(Context ctx) {
    String accepted = ctx.header("Accept-Encoding");
    return accepted != null && accepted.contains("gzip") && !REFUSED.matcher(accepted).find();
  }
}

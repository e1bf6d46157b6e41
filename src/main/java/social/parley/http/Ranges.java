package social.parley.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Answers with a file, or with the one range of it that was asked for (RFC 9110 section 14). */
public final class Ranges {
  /** Something stored that can be read from any position. */
  public interface Source {
    /** Opens the content, the first so many bytes left out. */
    InputStream open(long skip) throws IOException;
  }

  private record Range(long first, long last) {}

  private static final Range NONE = new Range(0, -1);

  private Ranges() {}

  /** Sends the content; the caller has set the tag and how long it may be kept. */
  public static void send(Context ctx, String type, long size, Source source) throws IOException {
    ctx.header("Accept-Ranges", "bytes").contentType(type);
    Range whole = new Range(0, size - 1);
    Range range = asked(ctx, size);
    if (range == NONE) {
      ctx.status(416).header("Content-Range", "bytes */" + size);
      return;
    }
    Range sent = range == null ? whole : range;
    long length = sent.last() - sent.first() + 1;
    if (range != null) {
      ctx.status(206);
      ctx.header("Content-Range", "bytes " + sent.first() + "-" + sent.last() + "/" + size);
    }
    ctx.res().setContentLengthLong(length);
    try (InputStream in = source.open(sent.first())) {
      copy(in, ctx.res().getOutputStream(), length);
    }
  }

  /** The range asked for, null for the whole, {@link #NONE} for one that lies outside. */
  private static @Nullable Range asked(Context ctx, long size) {
    String header = ctx.header("Range");
    String condition = ctx.header("If-Range");
    if (header == null || !header.startsWith("bytes=") || header.indexOf(',') >= 0) return null;
    if (condition != null && !condition.equals(ctx.res().getHeader("ETag"))) return null;
    String[] ends = header.substring(6).strip().split("-", -1);
    if (ends.length != 2) return null;
    try {
      if (ends[0].isEmpty()) {
        long count = Math.min(Long.parseLong(ends[1]), size);
        return count <= 0 ? NONE : new Range(size - count, size - 1);
      }
      long first = Long.parseLong(ends[0]);
      long last = ends[1].isEmpty() ? size - 1 : Math.min(Long.parseLong(ends[1]), size - 1);
      return first >= size ? NONE : last < first ? null : new Range(first, last);
    } catch (NumberFormatException malformed) {
      return null;
    }
  }

  private static void copy(InputStream in, OutputStream out, long length) throws IOException {
    byte[] buffer = new byte[16 * 1024];
    long left = length;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) throw new IOException("the file is shorter than its size says");
      out.write(buffer, 0, read);
      left -= read;
    }
  }
}

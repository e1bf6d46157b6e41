package social.parley.http;

import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** How long the body of a request may be: uploads longer than the rest. */
final class BodyLimit {
  /** What a form may hold beside its files. */
  private static final int FIELDS = 64 * 1024;

  private final List<String> uploads;
  private final long uploadBytes;

  BodyLimit(List<String> uploads, long uploadBytes) {
    this.uploads = uploads;
    this.uploadBytes = uploadBytes;
  }

  long of(Request request, String path) {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/"))
      return HttpServer.BODY_LIMIT;
    for (String upload : uploads)
      if (path.startsWith(upload)
          && (path.length() == upload.length() || path.charAt(upload.length()) == '/'))
        return Math.max(uploadBytes + FIELDS, HttpServer.BODY_LIMIT);
    return HttpServer.BODY_LIMIT;
  }

  /** A request whose body breaks off when it exceeds the limit without having said its length. */
  static final class Limited extends Request.Wrapper {
    private final String method;
    private final long most;
    private long read;

    Limited(Request wrapped, String method, long most) {
      super(wrapped);
      this.method = method;
      this.most = most;
    }

    @Override
    public String getMethod() {
      return method;
    }

    @Override
    public Content.@Nullable Chunk read() {
      Content.Chunk chunk = super.read();
      if (chunk == null || Content.Chunk.isFailure(chunk)) return chunk;
      read += chunk.remaining();
      if (read <= most) return chunk;
      chunk.release();
      return Content.Chunk.from(
          new HttpException.RuntimeException(HttpStatus.PAYLOAD_TOO_LARGE_413, "too large"), true);
    }
  }
}

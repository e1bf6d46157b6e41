package social.parley.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/** Reads bodies up to a limit that counts after decompression. */
final class BodyReader {
  private static final int CHUNK = 8 * 1024;

  private BodyReader() {}

  /** A body that breaks our limits or cannot be decoded. */
  static final class Unwanted extends IOException {
    private static final long serialVersionUID = 1L;

    Unwanted(String reason) {
      super(reason);
    }
  }

  static byte[] read(ClassicHttpResponse response, long maxBytes) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    copy(response, body, maxBytes);
    return body.toByteArray();
  }

  /** The start of a body, empty when it cannot be decoded. */
  static byte[] start(ClassicHttpResponse response, Runnable abandon, long length)
      throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try {
      HttpEntity entity = response.getEntity();
      if (entity != null && entity.getContentLength() != 0)
        copy(decoded(response, entity), body, length);
    } catch (Unwanted | ZipException tooMuch) {
      abandon.run();
    }
    return body.toByteArray();
  }

  /** Copies the decoded body and says how long it was. */
  static long copy(ClassicHttpResponse response, OutputStream to, long maxBytes)
      throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null || entity.getContentLength() == 0) return 0;
    // What is compressed tells only the shorter length.
    if (entity.getContentLength() > maxBytes) throw new Unwanted("answer too large");
    try {
      return copy(decoded(response, entity), to, maxBytes);
    } catch (ZipException broken) {
      throw new Unwanted("answer is not gzip");
    }
  }

  private static InputStream decoded(ClassicHttpResponse response, HttpEntity entity)
      throws IOException {
    Header encoding = response.getFirstHeader("content-encoding");
    String name = encoding == null ? "" : String.valueOf(encoding.getValue()).strip();
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "", "identity" -> entity.getContent();
      case "gzip", "x-gzip" -> new GZIPInputStream(entity.getContent(), CHUNK);
      default -> throw new Unwanted("unknown content encoding");
    };
  }

  private static long copy(InputStream from, OutputStream to, long maxBytes) throws IOException {
    byte[] chunk = new byte[CHUNK];
    long total = 0;
    for (int n = from.read(chunk); n >= 0; n = from.read(chunk)) {
      total += n;
      if (total > maxBytes) throw new Unwanted("answer too large");
      to.write(chunk, 0, n);
    }
    return total;
  }
}

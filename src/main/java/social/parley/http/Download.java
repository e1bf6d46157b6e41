package social.parley.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers with something to be kept as a file, sent while it is written and never held whole. */
public final class Download {
  private static final Logger log = LoggerFactory.getLogger(Download.class);

  /** What writes the file. */
  public interface Content {
    /** Writes all of it; who is asked stays in charge of closing. */
    void writeTo(OutputStream out) throws IOException;
  }

  private Download() {}

  /**
   * Sends a file meant for this person alone, under a plain name. When writing fails half way, the
   * connection breaks off, so that nobody takes what has come for the whole.
   */
  public static void send(Context ctx, String name, String type, Content content)
      throws IOException {
    ctx.disableCompression();
    Caching.never(ctx);
    ctx.res().setCharacterEncoding((String) null);
    ctx.contentType(type).header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    try {
      content.writeTo(ctx.res().getOutputStream());
    } catch (IOException gone) {
      if (!ctx.res().isCommitted()) {
        takeBack(ctx);
        throw gone;
      }
      log.debug("download broke off name={}", name, gone);
      breakOff(ctx);
    } catch (RuntimeException failed) {
      if (!ctx.res().isCommitted()) {
        takeBack(ctx);
        throw failed;
      }
      log.error("download failed name={}", name, failed);
      breakOff(ctx);
    }
  }

  private static void takeBack(Context ctx) {
    ctx.res().resetBuffer();
    ctx.res().setHeader("Content-Disposition", null);
  }

  /** Closes the connection itself: an answer that is only ended would look complete. */
  private static void breakOff(Context ctx) {
    ServletContextRequest.getServletContextRequest(ctx.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }
}

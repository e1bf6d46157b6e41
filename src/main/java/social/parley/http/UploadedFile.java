package social.parley.http;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file sent in a form: the name and media type its sender claims; it is gone when the request
 * ends.
 */
public final class UploadedFile {
  private final Part part;

  UploadedFile(Part part) {
    this.part = part;
  }

  /** The file name as claimed; never a path to use. */
  public String name() {
    String name = part.getSubmittedFileName();
    return name == null ? "" : name;
  }

  /** The media type as claimed; empty when none was. */
  public String contentType() {
    String type = part.getContentType();
    return type == null ? "" : type;
  }

  public long size() {
    return part.getSize();
  }

  public InputStream open() throws IOException {
    return part.getInputStream();
  }
}

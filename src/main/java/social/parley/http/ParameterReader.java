package social.parley.http;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import social.parley.http.ParameterTree.Text;
import social.parley.http.ParameterTree.Upload;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the query string and the body of a request into one tree; the body wins. */
final class ParameterReader {
  private static final int FORM_FIELD_LIMIT = 1 << 20;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(16)
                          .maxStringLength(HttpServer.BODY_LIMIT)
                          .build())
                  .build())
          .build();

  private ParameterReader() {}

  static ParameterTree read(Context ctx) {
    ParameterTree tree = new ParameterTree();
    addPairs(tree, ctx.queryString());
    String type = ctx.contentType() == null ? "" : ctx.contentType().toLowerCase(Locale.ROOT);
    String bare = type.split(";", 2)[0].strip();
    if (bare.equals("multipart/form-data")) addParts(tree, ctx);
    else if (bare.equals("application/x-www-form-urlencoded"))
      addPairs(tree, new String(ctx.bodyAsBytes(), StandardCharsets.UTF_8));
    else if (bare.equals("application/json") || bare.endsWith("+json"))
      addJson(tree, ctx.bodyAsBytes());
    return tree;
  }

  private static void addPairs(ParameterTree tree, @Nullable String encoded) {
    if (encoded == null || encoded.isEmpty()) return;
    for (String pair : encoded.split("&")) {
      if (pair.isEmpty()) continue;
      int equal = pair.indexOf('=');
      String name = decode(equal < 0 ? pair : pair.substring(0, equal));
      tree.add(name, new Text(equal < 0 ? "" : decode(pair.substring(equal + 1))));
    }
  }

  private static String decode(String text) {
    try {
      return ParameterTree.clean(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException malformed) {
      throw new BadRequestResponse("Parameters are not encoded properly");
    }
  }

  private static void addJson(ParameterTree tree, byte[] body) {
    if (body.length == 0) return;
    JsonNode json;
    try {
      json = JSON.readTree(body);
    } catch (JacksonException malformed) {
      throw new BadRequestResponse("The body is not JSON");
    }
    if (json.isObject()) tree.add(json);
  }

  private static void addParts(ParameterTree tree, Context ctx) {
    try {
      for (Part part : ctx.req().getParts()) {
        if (part.getSubmittedFileName() == null) tree.add(part.getName(), new Text(text(part)));
        else if (part.getSize() > 0 || !part.getSubmittedFileName().isEmpty())
          tree.add(part.getName(), new Upload(new UploadedFile(part)));
      }
    } catch (IOException | ServletException | IllegalStateException broken) {
      throw Failures.ofBody(broken);
    }
  }

  private static String text(Part part) throws IOException {
    try (InputStream in = part.getInputStream()) {
      byte[] bytes = in.readNBytes(FORM_FIELD_LIMIT);
      return ParameterTree.clean(new String(bytes, StandardCharsets.UTF_8));
    }
  }
}

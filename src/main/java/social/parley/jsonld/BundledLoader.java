package social.parley.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import jakarta.json.JsonStructure;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Gives the JSON-LD processor the contexts that came with the program, and never asks anybody. */
final class BundledLoader implements DocumentLoader {
  /** Refuses contexts it does not have: what they would mean must not be guessed. */
  static final BundledLoader STRICT = new BundledLoader(null);

  /** Takes our own context for those it does not have, so that usual names keep their meaning. */
  static final BundledLoader LENIENT = new BundledLoader("own.json");

  private final @Nullable String fallback;
  private final Map<String, JsonStructure> loaded = new ConcurrentHashMap<>();

  private BundledLoader(@Nullable String fallback) {
    this.fallback = fallback;
  }

  @Override
  public Document loadDocument(URI address, DocumentLoaderOptions options) throws JsonLdError {
    String file = Contexts.file(address.toString());
    if (file == null) file = fallback;
    if (file == null)
      throw new JsonLdError(
          JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "a context that is not bundled");
    JsonDocument document = JsonDocument.of(loaded.computeIfAbsent(file, BundledLoader::load));
    document.setDocumentUrl(address);
    return document;
  }

  private static JsonStructure load(String file) {
    if (!file.equals("own.json")) return Jakarta.structure(Contexts.resource(file));
    ObjectNode document = Json.object();
    document.set("@context", Contexts.OWN);
    return Jakarta.structure(document);
  }
}

package social.parley.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON-LD without the network: terms by their usual names, whatever names a document gave them. */
public final class JsonLd {
  /** Larger graphs are not processed; activities have some hundred values. */
  private static final int MAX_VALUES = 20_000;

  /** Steps of canonicalisation after which a graph is taken for an attack. */
  private static final int MAX_STEPS = 50_000;

  private JsonLd() {}

  /**
   * The same document with every term to be found by its usual name. Nearly every document is
   * returned as it stands; prefixes and aliases are renamed, and only documents that use JSON-LD
   * keywords are processed in full. Unknown contexts are taken for our own, never fetched.
   */
  public static JsonNode normalise(JsonNode document) {
    if (!document.isObject()) return document;
    Names names = new Names(document.get("@context"));
    return switch (names.need(document)) {
      case NOTHING -> document;
      case RENAMING -> names.rename(document);
      case PROCESSING -> processed(document, names);
    };
  }

  private static JsonNode processed(JsonNode document, Names names) {
    try {
      // Terms of a vocabulary with several spellings come out in full, and still need their names.
      return names.rename(compact(document, BundledLoader.LENIENT));
    } catch (Malformed beyondRepair) {
      return names.rename(document);
    }
  }

  /**
   * What a document says to a JSON-LD processor, in our own terms. Of a document with a linked data
   * signature only this may be read: a stranger can add or rename members beside what the signature
   * covers. Throws when a context is not bundled.
   */
  public static ObjectNode compact(JsonNode document) throws Malformed {
    return compact(document, BundledLoader.STRICT);
  }

  private static ObjectNode compact(JsonNode document, DocumentLoader loader) {
    checkSize(document);
    try {
      ObjectNode own = Json.object();
      own.set("@context", Contexts.OWN);
      var compacted =
          com.apicatalog.jsonld.JsonLd.compact(
                  JsonDocument.of(Jakarta.structure(document)),
                  JsonDocument.of(Jakarta.structure(own)))
              .options(new JsonLdOptions(loader))
              .get();
      return (ObjectNode) Jakarta.node(compacted);
    } catch (JsonLdError broken) {
      throw new Malformed("JSON-LD: " + broken.getCode());
    }
  }

  /**
   * The document as canonical N-Quads (URDNA2015), over which linked data signatures are made.
   * Throws when a context is not bundled.
   */
  public static byte[] canonical(JsonNode document) throws Malformed {
    checkSize(document);
    try {
      AtomicInteger steps = new AtomicInteger();
      RdfCanon canon =
          RdfCanon.create(
              "SHA-256",
              () -> {
                if (steps.incrementAndGet() > MAX_STEPS)
                  throw new IllegalStateException("too many steps");
              });
      com.apicatalog.jsonld.JsonLd.toRdf(JsonDocument.of(Jakarta.structure(document)))
          .options(new JsonLdOptions(BundledLoader.STRICT))
          .provide(canon);
      StringWriter quads = new StringWriter();
      canon.provide(new NQuadsWriter(quads));
      return quads.toString().getBytes(StandardCharsets.UTF_8);
    } catch (JsonLdError broken) {
      throw new Malformed("JSON-LD: " + broken.getCode());
    } catch (RdfConsumerException | IllegalStateException broken) {
      throw new Malformed("cannot be made canonical");
    }
  }

  private static void checkSize(JsonNode document) {
    if (values(document) > MAX_VALUES) throw new Malformed("too many values for JSON-LD");
  }

  private static int values(JsonNode node) {
    int count = 1;
    for (JsonNode member : node.values()) count += values(member);
    return count;
  }
}

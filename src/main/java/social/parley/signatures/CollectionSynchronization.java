package social.parley.signatures;

import java.util.Map;
import java.util.Optional;
import social.parley.core.Iri;

/**
 * The header by which a server says who of the receiver's people follow the sender (FEP-8fcf).
 *
 * @param collectionId the sender's followers collection
 * @param url where the part of it that concerns the receiver can be fetched
 * @param digest {@link FollowersDigest} of that part
 */
public record CollectionSynchronization(Iri collectionId, Iri url, String digest) {
  /** The name of the header. */
  public static final String HEADER = "Collection-Synchronization";

  /** The header's value, or nothing when it cannot be read. */
  public static Optional<CollectionSynchronization> parse(String header) {
    try {
      Map<String, String> parameters = SignatureParameters.parse(header);
      var collection = Iri.parse(parameters.getOrDefault("collectionId", ""));
      var url = Iri.parse(parameters.getOrDefault("url", ""));
      String digest = parameters.getOrDefault("digest", "");
      if (collection.isEmpty() || url.isEmpty() || digest.isEmpty()) return Optional.empty();
      return Optional.of(new CollectionSynchronization(collection.get(), url.get(), digest));
    } catch (MalformedSignature unreadable) {
      return Optional.empty();
    }
  }

  /** As it is sent. */
  public String write() {
    return "collectionId=\"%s\", url=\"%s\", digest=\"%s\"".formatted(collectionId, url, digest);
  }
}

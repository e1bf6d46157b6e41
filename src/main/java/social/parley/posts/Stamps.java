package social.parley.posts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.ObjectKind;
import social.parley.activitystreams.Thing;
import social.parley.core.Iri;
import social.parley.federation.RemoteDocuments;
import tools.jackson.databind.JsonNode;

/**
 * Asks the servers of authors whether they agree to what others have done with their posts
 * (FEP-044f and GoToSocial's authorizations). Uses the network.
 */
public final class Stamps {
  /** What came of asking. */
  public enum Verdict {
    GOOD,
    /** It says something else. */
    WRONG,
    /** There is none, or none any more. */
    GONE,
    UNREACHABLE
  }

  /** That somebody agrees to this interaction with their post. */
  public record Claim(Iri stamp, ObjectKind kind, Iri interaction, Iri target, Iri author) {}

  private final RemoteDocuments documents;

  public Stamps(RemoteDocuments documents) {
    this.documents = documents;
  }

  public Verdict check(Claim claim) {
    if (!claim.stamp().sameOrigin(claim.author())) return Verdict.WRONG;
    return switch (documents.object(claim.stamp())) {
      case RemoteDocuments.Result.Found(Thing thing) ->
          claim.stamp().equals(thing.id()) && proves(thing, claim) ? Verdict.GOOD : Verdict.WRONG;
      case RemoteDocuments.Result.Gone _, RemoteDocuments.Result.NotFound _ -> Verdict.GONE;
      case RemoteDocuments.Result.Unreachable _ -> Verdict.UNREACHABLE;
    };
  }

  private static boolean proves(Thing thing, Claim claim) {
    return switch (thing) {
      case ObjectDocument document ->
          document.kind() == claim.kind()
              && claim.author().equals(document.author())
              && says(document, "interactingObject", "object", claim.interaction(), false)
              && says(document, "interactionTarget", "target", claim.target(), true);
      // The first servers with policies showed their Accept instead.
      case Activity.Accept accept ->
          claim.kind() != ObjectKind.QUOTE_AUTHORIZATION
              && accept.actor().equals(claim.author())
              && claim.interaction().equals(accept.objectId());
      // As PeerTube does (FEP-5624).
      case Activity.ApproveReply approval ->
          claim.kind() == ObjectKind.REPLY_AUTHORIZATION
              && approval.actor().equals(claim.author())
              && claim.interaction().equals(approval.objectId());
      default -> false;
    };
  }

  private static boolean says(
      ObjectDocument document, String name, String former, Iri expected, boolean optional) {
    JsonNode raw = document.raw();
    JsonNode value = raw.has(name) ? raw.path(name) : raw.path(former);
    Iri said = address(value);
    return said == null ? optional && value.isMissingNode() : said.equals(expected);
  }

  /** The address that a member holds, alone, in an object or in an array. */
  public static @Nullable Iri address(JsonNode value) {
    JsonNode one = value.isArray() ? value.path(0) : value;
    JsonNode id = one.isObject() ? one.path("id") : one;
    Optional<Iri> iri = id.isString() ? Iri.parse(id.stringValue()) : Optional.empty();
    return iri.orElse(null);
  }
}

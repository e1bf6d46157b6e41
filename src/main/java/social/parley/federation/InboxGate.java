package social.parley.federation;

import java.util.List;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Envelope;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.actors.RemoteActors;
import social.parley.actors.Resolution;
import social.parley.core.Iri;

/**
 * Proves that an activity comes from its actor: by the signature on the request, by one inside the
 * document, or by asking the actor's own server. Then asks the rules.
 */
final class InboxGate {
  /** What the gate says. */
  sealed interface Passage {
    record Open(Received received) implements Passage {}

    record Closed(Verdict verdict) implements Passage {}
  }

  private final Actors actors;
  private final RemoteActors remote;
  private final RemoteDocuments documents;
  private final DocumentProofs proofs;
  private final List<InboxRule> rules;

  InboxGate(
      Actors actors,
      RemoteActors remote,
      RemoteDocuments documents,
      DocumentProofs proofs,
      List<InboxRule> rules) {
    this.actors = actors;
    this.remote = remote;
    this.documents = documents;
    this.proofs = proofs;
    this.rules = List.copyOf(rules);
  }

  Passage pass(InboxStore.Row row, Actor signer, Activity activity) {
    if (actors.addresses().isLocal(activity.actor()))
      return refuse("the actor is not on another server");
    if (activity.actor().equals(signer.iri()))
      return judge(new Received(activity, signer, signer, row.body(), row.receivedAt()));
    Activity proven = proofs.proven(row.body(), activity);
    if (proven != null) return withActor(row, signer, proven);
    return switch (askOrigin(activity)) {
      case Asked.Proven asked -> withActor(row, signer, asked.activity());
      case Asked.Not not -> new Passage.Closed(not.verdict());
    };
  }

  private Passage withActor(InboxStore.Row row, Actor signer, Activity activity) {
    boolean farewell =
        activity instanceof Activity.Delete && activity.actor().equals(activity.objectId());
    Actor known = actors.identity(activity.actor()).orElse(null);
    if (known == null && activity instanceof Activity.Delete)
      return new Passage.Closed(new Verdict.Drop("nobody here knows the actor"));
    if (known != null && farewell)
      return judge(new Received(activity, known, signer, row.body(), row.receivedAt()));
    return switch (remote.find(activity.actor())) {
      case Resolution.Found found ->
          judge(new Received(activity, found.actor(), signer, row.body(), row.receivedAt()));
      case Resolution.Gone gone -> new Passage.Closed(new Verdict.Drop("the actor is gone"));
      case Resolution.NotFound no -> refuse(no.reason());
      case Resolution.Unreachable no -> new Passage.Closed(new Verdict.Later(no.reason()));
    };
  }

  private Passage judge(Received received) {
    if (received.actor().isDeleted())
      return new Passage.Closed(new Verdict.Drop("the actor is gone"));
    String contradiction = Credibility.contradiction(received.activity());
    if (contradiction != null) return refuse(contradiction);
    Received credible = received.cutTo(Credibility.cut(received.activity()));
    for (InboxRule rule : rules) {
      Verdict verdict = rule.judge(credible);
      if (!(verdict instanceof Verdict.Accept)) return new Passage.Closed(verdict);
    }
    return new Passage.Open(credible);
  }

  private static Passage refuse(String reason) {
    return new Passage.Closed(new Verdict.Refuse(reason));
  }

  private sealed interface Asked {
    record Proven(Activity activity) implements Asked {}

    record Not(Verdict verdict) implements Asked {}
  }

  /** Of an unproven activity only what its actor's own server says now is believed. */
  private Asked askOrigin(Activity activity) {
    Iri object = activity.objectId();
    return switch (activity) {
      case Activity.Create create when object != null -> askObject(activity, object);
      case Activity.Update update when object != null -> askObject(activity, object);
      case Activity.Delete delete when object != null -> askAbsence(activity, object);
      default -> askActivity(activity);
    };
  }

  private Asked askObject(Activity activity, Iri iri) {
    if (!Credibility.sameServer(iri, activity.actor())) return notProven();
    return switch (documents.object(iri)) {
      case RemoteDocuments.Result.Found(ObjectDocument object)
          when object.attributedTo().contains(activity.actor())
              && object.id() != null
              && Credibility.sameServer(object.id(), activity.actor()) ->
          new Asked.Proven(rebuilt(activity, object));
      case RemoteDocuments.Result.Found other -> notProven();
      case RemoteDocuments.Result.Gone gone ->
          new Asked.Not(new Verdict.Drop("the object is gone"));
      case RemoteDocuments.Result.NotFound no -> notProven();
      case RemoteDocuments.Result.Unreachable no -> new Asked.Not(new Verdict.Later(no.reason()));
    };
  }

  /** Nothing of the original stays but its kind: its id could be somebody else's. */
  private static Activity rebuilt(Activity activity, ObjectDocument object) {
    Envelope envelope = Envelope.of(null, activity.actor(), object.audience());
    return activity instanceof Activity.Create
        ? new Activity.Create(envelope, Ref.of(object))
        : new Activity.Update(envelope, Ref.of(object));
  }

  private Asked askAbsence(Activity activity, Iri iri) {
    if (!Credibility.sameServer(iri, activity.actor())) return notProven();
    return switch (documents.object(iri)) {
      case RemoteDocuments.Result.Gone gone ->
          new Asked.Proven(
              new Activity.Delete(
                  Envelope.of(null, activity.actor(), activity.audience()), Ref.of(iri)));
      case RemoteDocuments.Result.Found still -> notProven();
      case RemoteDocuments.Result.NotFound no -> notProven();
      case RemoteDocuments.Result.Unreachable no -> new Asked.Not(new Verdict.Later(no.reason()));
    };
  }

  private Asked askActivity(Activity activity) {
    Iri id = activity.id();
    if (id == null || !Credibility.sameServer(id, activity.actor())) return notProven();
    return switch (documents.object(id)) {
      case RemoteDocuments.Result.Found(Activity original)
          when original.actor().equals(activity.actor())
              && original.type().equals(activity.type()) ->
          new Asked.Proven(original);
      case RemoteDocuments.Result.Found other -> notProven();
      case RemoteDocuments.Result.Gone gone -> notProven();
      case RemoteDocuments.Result.NotFound no -> notProven();
      case RemoteDocuments.Result.Unreachable no -> new Asked.Not(new Verdict.Later(no.reason()));
    };
  }

  private static Asked notProven() {
    return new Asked.Not(
        new Verdict.Refuse("not signed by its actor, and its server does not know it"));
  }
}

package social.parley.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.Ref;
import social.parley.activitystreams.Thing;
import social.parley.core.Iri;
import social.parley.federation.RemoteDocuments;
import social.parley.federation.UnhurriedReader;
import social.parley.posts.Arrivals.Prepared;
import social.parley.posts.RemotePosts.Outcome;

/**
 * Walks down a conversation from a post on another server, by the collections of replies that each
 * post names and by that of the whole conversation (FEP-7888), for a bounded number of requests.
 */
final class ThreadCompletion {
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final int MOST_POSTS = 200;
  private static final int MOST_REPLIES_OF_ONE = 100;
  private static final int PAGES = 5;

  private final Posts.Needs needs;
  private final UnhurriedReader reader;
  private final RemotePosts remote;

  ThreadCompletion(Posts.Needs needs, RemotePosts remote) {
    this.needs = needs;
    this.reader = needs.unhurried();
    this.remote = remote;
  }

  /** Says each time how many posts were new so far. */
  void complete(Iri top, IntConsumer progress) {
    new Walk(top, progress).run();
  }

  private final class Walk {
    private final Instant end = needs.clock().instant().plus(LONGEST);
    private final Iri top;
    private final IntConsumer progress;
    private final Set<Iri> named = new HashSet<>();
    private final Set<Iri> thread = new HashSet<>();
    private final Queue<Iri> open = new ArrayDeque<>();
    private @Nullable Iri conversation;
    private int found;

    Walk(Iri top, IntConsumer progress) {
      this.top = top;
      this.progress = progress;
      named.add(top);
      open.add(top);
    }

    void run() {
      for (int i = 0; i < MOST_POSTS && needs.clock().instant().isBefore(end); i++) {
        Iri next = open.poll();
        if (next == null) break;
        visit(next);
      }
    }

    private void visit(Iri iri) {
      if (!(reader.object(iri) instanceof RemoteDocuments.Result.Found(Thing thing))
          || !(thing instanceof ObjectDocument document)) return;
      boolean first = iri.equals(top);
      if (!first && !belongs(document)) return;
      thread.add(document.id() == null ? iri : document.id());
      if (remote.read(document) instanceof Outcome.New(Prepared prepared)
          && prepared.post().reach().isOpen()
          && remote.store(prepared, 0).isPresent()) progress.accept(++found);
      if (first) {
        conversation = document.context();
        if (conversation != null && isElsewhere(conversation)) follow(Ref.of(conversation));
      }
      follow(document.replies());
    }

    /** A collection may name anything; what answers nothing of this conversation is left out. */
    private boolean belongs(ObjectDocument document) {
      Iri parent = document.inReplyTo();
      return parent != null
          && (thread.contains(parent)
              || (conversation != null && conversation.equals(document.context())));
    }

    private void follow(@Nullable Ref collection) {
      for (Ref item : reader.list(collection, MOST_REPLIES_OF_ONE, PAGES, end).items()) {
        Iri iri = item.thing() instanceof Activity activity ? activity.objectId() : item.iri();
        if (iri != null && isElsewhere(iri) && named.size() < MOST_POSTS && named.add(iri))
          open.add(iri);
      }
    }

    private boolean isElsewhere(Iri iri) {
      return iri.isWeb() && !needs.actors().addresses().isLocal(iri);
    }
  }
}

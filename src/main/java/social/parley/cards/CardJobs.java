package social.parley.cards;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.actors.Actor;
import social.parley.actors.Resolution;
import social.parley.core.ActorId;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.media.ImageShape;
import social.parley.media.RemoteMedia;
import social.parley.posts.PostTouched;
import social.parley.storage.Tx;

/** Looks at the pages that links lead to. */
final class CardJobs {
  private static final Logger log = LoggerFactory.getLogger(CardJobs.class);
  static final String LOOK = "card-look";
  private static final String LOOK_AT_NEW = "card-look-at-new";
  private static final String TIDY = "card-tidy";
  private static final Duration KEPT_UNUSED = Duration.ofDays(30);
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int BATCH = 200;
  private static final int AT_ONCE = 16;

  record Look(long card) {}

  private final Cards.Needs needs;
  private final CardStore store;
  private final LinkReader links;
  private final PageLook pages;

  CardJobs(Cards.Needs needs, CardStore store, LinkReader links) {
    this.links = links;
    this.needs = needs;
    this.store = store;
    this.pages = new PageLook(needs.fetcher());
  }

  void handle() {
    needs.jobs().handleSlow(LOOK, Look.class, look -> look(look.card()));
    needs.jobs().everySlow(PAUSE, LOOK_AT_NEW, this::lookAtNew);
    needs.jobs().every(Duration.ofHours(24), TIDY, this::tidy);
  }

  /**
   * Looks at all pages that nobody has looked at yet, until the server stops. Links that were left
   * unread are taken up too; their pages come the next time.
   */
  void lookAtNew() {
    links.wake();
    List<CardStore.Link> some = needs.database().read(db -> store.waiting(db, -1, BATCH));
    while (!some.isEmpty() && !needs.jobs().isStopping()) {
      try (ExecutorService looks =
          Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
        for (CardStore.Link link : some) looks.execute(() -> lookAtLast(link));
      }
      long last = some.getLast().id();
      some = needs.database().read(db -> store.waiting(db, last, BATCH));
    }
  }

  /** What goes wrong with one page is no reason to come back to it before it is posted again. */
  private void lookAtLast(CardStore.Link link) {
    if (needs.jobs().isStopping()) return;
    try {
      look(link);
    } catch (RuntimeException failed) {
      log.warn("page not looked at url={}", link.url(), failed);
      needs.database().run(tx -> store.gaveNothing(tx, link.id(), needs.clock().instant()));
    }
  }

  private void look(long id) {
    CardStore.Link link = needs.database().read(db -> store.link(db, id)).orElse(null);
    if (link == null) return;
    if (link.checkedAt() == null || Cards.isDue(link, needs.clock().instant())) look(link);
  }

  private void look(CardStore.Link link) {
    long id = link.id();
    Instant now = needs.clock().instant();
    Optional<Preview> found = pages.at(link.url());
    if (found.isEmpty()) {
      needs.database().run(tx -> store.gaveNothing(tx, id, now));
      return;
    }
    Preview page = found.get();
    picture(page);
    ActorId creator = creator(page.creator);
    needs
        .database()
        .run(tx -> {
          store.fill(tx, id, page, creator, now);
          touched(tx, store.showing(tx, id, new PostId(-1), BATCH));
        });
    othersTouched(id);
  }

  private static void touched(Tx tx, List<PostId> posts) {
    for (PostId post : posts) tx.announce(new PostTouched(post));
  }

  /** A page that very many posts link to changes them in more than one transaction. */
  private void othersTouched(long card) {
    List<PostId> posts =
        needs.database().read(db -> store.showing(db, card, new PostId(-1), BATCH));
    while (posts.size() == BATCH) {
      PostId last = posts.getLast();
      posts = needs.database().read(db -> store.showing(db, card, last, BATCH));
      List<PostId> next = posts;
      needs.database().run(tx -> touched(tx, next));
    }
  }

  /** Copies the picture here, so that nobody's browser asks the site for it. */
  private void picture(Preview page) {
    Iri image = page.image;
    if (image == null) return;
    page.image = null;
    try {
      RemoteMedia.Look seen = needs.remoteMedia().look(image, ImageShape.PREVIEW);
      page.image = image;
      page.blurhash = seen.blurhash();
      if (page.width == 0 || page.height == 0) {
        page.width = seen.width();
        page.height = seen.height();
      }
    } catch (Refused.NotFound | Refused.Unavailable none) {
      page.imageDescription = "";
    }
  }

  private @Nullable ActorId creator(String handle) {
    String bare = handle.startsWith("@") ? handle.substring(1) : handle;
    Handle named = Handle.parse(bare).orElse(null);
    if (named == null) return null;
    return needs.remoteActors().find(named) instanceof Resolution.Found(Actor actor)
        ? actor.id()
        : null;
  }

  private void tidy() {
    Instant before = needs.clock().instant().minus(KEPT_UNUSED);
    int forgotten = BATCH;
    while (forgotten == BATCH)
      forgotten = needs.database().write(tx -> store.forget(tx, before, BATCH));
  }
}

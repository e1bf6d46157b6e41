package social.parley.activitystreams;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.time.api.DateTimes;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.jsonld.Json;

/** Documents of every kind, as the program itself might build them. */
final class Generators {
  private Generators() {}

  static Arbitrary<Iri> iris() {
    Arbitrary<String> hosts = Arbitraries.of("ash.test", "birch.test:8443", "cedar.test");
    Arbitrary<String> paths = Arbitraries.strings().withChars("ab1/-_~?=#:@").ofMaxLength(20);
    return Combinators.combine(hosts, paths)
        .as((host, path) -> new Iri("https://" + host + "/" + path));
  }

  static Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("aZ <>&\"\\\n\t:@#äß漢\u2028").ofMaxLength(20);
  }

  static Arbitrary<Instant> times() {
    return DateTimes.instants();
  }

  private static <T> Arbitrary<@Nullable T> maybe(Arbitrary<T> some) {
    return some.injectNull(0.5);
  }

  private static Arbitrary<Integer> sizes() {
    return Arbitraries.integers().between(0, 10_000);
  }

  private static Arbitrary<Long> counts() {
    return Arbitraries.longs().between(0, 1L << 50);
  }

  private static Arbitrary<String> mediaTypes() {
    return Arbitraries.of("image/png", "text/html; charset=utf-8", "video/mp4");
  }

  static Arbitrary<Audience> audiences() {
    Arbitrary<Iri> recipients =
        Arbitraries.frequencyOf(
            Tuple.of(3, iris()), Tuple.of(1, Arbitraries.just(Audience.PUBLIC)));
    Arbitrary<List<Iri>> lists = recipients.list().ofMaxSize(3).uniqueElements();
    return Combinators.combine(lists, lists, lists)
        .as((to, cc, audience) -> new Audience(to, cc, List.of(), List.of(), audience));
  }

  static Arbitrary<ImageDocument> images() {
    return Combinators.combine(
            iris(),
            maybe(mediaTypes()),
            maybe(texts()),
            maybe(texts()),
            maybe(sizes()),
            maybe(sizes()))
        .as(ImageDocument::new);
  }

  static Arbitrary<Tag> tags() {
    return Arbitraries.oneOf(
        Combinators.combine(iris(), maybe(texts())).as(MentionTag::new),
        Combinators.combine(maybe(iris()), texts())
            .as((href, name) -> new HashtagTag(href, "#a" + name)),
        Combinators.combine(maybe(iris()), texts(), iris(), maybe(mediaTypes()), maybe(times()))
            .as(EmojiTag::new),
        Combinators.combine(
                iris(),
                maybe(mediaTypes()),
                maybe(Arbitraries.of("tag", "license nofollow")),
                maybe(texts()))
            .as(LinkTag::new));
  }

  static Arbitrary<LinkDocument> links() {
    return Builders.withBuilder(() -> new Object[9])
        .use(iris())
        .in((a, v) -> set(a, 0, v))
        .use(maybe(mediaTypes()))
        .in((a, v) -> set(a, 1, v))
        .use(maybe(texts()))
        .in((a, v) -> set(a, 2, v))
        .use(maybe(sizes()))
        .in((a, v) -> set(a, 3, v))
        .use(maybe(counts()))
        .in((a, v) -> set(a, 4, v))
        .build(a ->
            new LinkDocument(
                (Iri) a[0],
                (String) a[1],
                null,
                (String) a[2],
                null,
                (Integer) a[3],
                (Integer) a[3],
                (Long) a[4],
                Json.object()));
  }

  private static Object[] set(Object[] array, int at, @Nullable Object value) {
    array[at] = value;
    return array;
  }

  static Arbitrary<Attachment> attachments() {
    Arbitrary<Double> ratios = Arbitraries.doubles().between(-1, 1);
    Arbitrary<FocalPoint> points = Combinators.combine(ratios, ratios).as(FocalPoint::new);
    return Combinators.combine(
            Arbitraries.of("Document", "Image", "Video", "Audio", "Link"),
            iris(),
            maybe(mediaTypes()),
            maybe(texts()),
            maybe(sizes()),
            maybe(points),
            maybe(durations()),
            maybe(images()))
        .as((type, url, mediaType, name, size, focus, duration, icon) ->
            new Attachment(
                type,
                url,
                mediaType,
                name,
                name,
                size,
                size,
                focus,
                duration,
                size == null ? null : (Long) size.longValue(),
                icon));
  }

  private static Arbitrary<Duration> durations() {
    return Arbitraries.longs().between(0, 400_000_000).map(Duration::ofMillis);
  }

  static Arbitrary<PollDocument> polls() {
    Arbitrary<PollOption> options =
        Combinators.combine(texts(), maybe(counts())).as(PollOption::new);
    return Combinators.combine(
            Arbitraries.of(true, false),
            options.list().ofMinSize(1).ofMaxSize(4),
            maybe(times()),
            Arbitraries.of(true, false),
            maybe(times()),
            maybe(counts()))
        .as(PollDocument::new);
  }

  private static Arbitrary<PlaceDocument> places() {
    Arbitrary<Double> degrees = Arbitraries.doubles().between(-90, 90);
    return Combinators.combine(maybe(iris()), maybe(texts()), maybe(degrees), maybe(degrees))
        .as((id, name, one, other) -> new PlaceDocument(id, name, one, other, Json.object()));
  }

  static Arbitrary<ObjectDocument> objects() {
    Arbitrary<String> types = Arbitraries.of(ObjectKind.values()).map(ObjectKind::wire);
    Arbitrary<ObjectBuilder> starts =
        Combinators.combine(types, maybe(iris())).as(ObjectBuilder::new);
    return Combinators.combine(starts, texted(), decorated()).as(Generators::merged);
  }

  /** An object with what people write. */
  private static Arbitrary<ObjectDocument> texted() {
    Arbitrary<Source> sources = Combinators.combine(texts(), maybe(mediaTypes())).as(Source::new);
    return Builders.withBuilder(() -> new ObjectBuilder("Note", null))
        .use(iris().list().ofMaxSize(2).uniqueElements())
        .in((b, v) -> b.attributedTo(v))
        .use(audiences())
        .in(ObjectBuilder::audience)
        .use(maybe(texts()))
        .in(ObjectBuilder::name)
        .use(maybe(texts()))
        .in(ObjectBuilder::summary)
        .use(maybe(texts()))
        .in(ObjectBuilder::content)
        .use(maybe(Arbitraries.of("en", "pt-BR", "zh-Hans")))
        .in(ObjectBuilder::language)
        .use(maybe(sources))
        .in(ObjectBuilder::source)
        .use(maybe(iris()))
        .in((b, v) -> b.inReplyTo(v).quote(v).quoteAuthorization(v))
        .use(maybe(iris()))
        .in((b, v) -> b.context(v).conversation(v))
        .build(ObjectBuilder::build);
  }

  /** An object with what goes with the text. */
  private static Arbitrary<ObjectDocument> decorated() {
    return Builders.withBuilder(() -> new ObjectBuilder("Note", null))
        .use(links().list().ofMaxSize(3))
        .in((b, v) -> b.url(v))
        .use(tags().list().ofMaxSize(3))
        .in(ObjectBuilder::tags)
        .use(attachments().list().ofMaxSize(3))
        .in(ObjectBuilder::attachments)
        .use(maybe(images()))
        .in((b, v) -> b.image(v).icon(v))
        .use(maybe(times()))
        .in((b, v) -> b.published(v).startTime(v))
        .use(maybe(times()))
        .in((b, v) -> b.updated(v).endTime(v))
        .use(maybe(durations()))
        .in(ObjectBuilder::duration)
        .use(maybe(places()))
        .in(ObjectBuilder::location)
        .use(maybe(polls()))
        .in((b, v) -> b.sensitive(v != null).poll(v))
        .use(maybe(collections()))
        .in((b, v) -> v == null ? b : b.replies(Ref.of(v)).likes(Ref.of(v)))
        .build(ObjectBuilder::build);
  }

  private static ObjectDocument merged(
      ObjectBuilder start, ObjectDocument text, ObjectDocument parts) {
    return start
        .attributedTo(text.attributedTo())
        .audience(text.audience())
        .name(text.name())
        .summary(text.summary())
        .content(text.content())
        .language(text.language())
        .source(text.source())
        .inReplyTo(text.inReplyTo())
        .quote(text.quote())
        .quoteAuthorization(text.quoteAuthorization())
        .context(text.context())
        .conversation(text.conversation())
        .url(parts.url())
        .tags(parts.tags())
        .attachments(parts.attachments())
        .image(parts.image())
        .icon(parts.icon())
        .published(parts.published())
        .startTime(parts.startTime())
        .updated(parts.updated())
        .endTime(parts.endTime())
        .duration(parts.duration())
        .location(parts.location())
        .sensitive(parts.sensitive())
        .poll(parts.poll())
        .replies(parts.replies())
        .likes(parts.likes())
        .build();
  }

  private static Arbitrary<CollectionDocument> collections() {
    Arbitrary<@Nullable Ref> refs = maybe(iris().map(Ref::of));
    Arbitrary<List<Ref>> items =
        Arbitraries.oneOf(iris().map(Ref::of), links().map(Ref::of)).list().ofMaxSize(3);
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            maybe(iris()),
            maybe(counts()),
            refs,
            refs,
            items)
        .as((ordered, page, id, total, first, next, some) ->
            new CollectionDocument(
                ordered,
                page,
                id,
                total,
                first,
                next,
                next,
                first,
                first,
                id,
                some,
                Json.object()));
  }

  private static Arbitrary<List<PublicKeyDocument>> keys(Iri owner) {
    return Combinators.combine(
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 2),
            maybe(times()))
        .as((pems, multikeys, expires) -> {
          List<PublicKeyDocument> keys = new ArrayList<>();
          for (int i = 0; i < pems; i++)
            keys.add(
                new PublicKeyDocument(new Iri(owner + "-k" + i), owner, "PEM" + i, null, expires));
          for (int i = 0; i < multikeys; i++)
            keys.add(PublicKeyDocument.multikey(new Iri(owner + "-m" + i), owner, "z6Mk" + i));
          return keys;
        });
  }

  static Arbitrary<ActorDocument> actors() {
    Arbitrary<@Nullable Boolean> choices = maybe(Arbitraries.of(true, false));
    return iris()
        .flatMap(id ->
            Builders.withBuilder(() -> ActorDocument.of(ActorType.PERSON, id, "ash", id))
                .use(Arbitraries.of(ActorType.values()))
                .in((b, v) -> ActorDocument.of(v, id, "birch", new Iri(id + "/inbox")))
                .use(maybe(texts()))
                .in((b, v) -> b.name(v).summary(v).webfinger(v))
                .use(maybe(iris()))
                .in((b, v) -> b.outbox(v).followers(v).following(v).url(v))
                .use(maybe(iris()))
                .in((b, v) -> b.featured(v).featuredTags(v).sharedInbox(v).movedTo(v))
                .use(keys(id))
                .in(ActorBuilder::keys)
                .use(maybe(images()))
                .in((b, v) -> b.icon(v).image(v))
                .use(
                    Combinators.combine(texts(), texts())
                        .as(PropertyValue::new)
                        .list()
                        .ofMaxSize(3))
                .in(ActorBuilder::fields)
                .use(choices)
                .in((b, v) -> b.discoverable(v).indexable(v))
                .use(Arbitraries.of(true, false))
                .in((b, v) -> b.manuallyApprovesFollowers(v).suspended(v).memorial(!v))
                .use(iris().list().ofMaxSize(2).uniqueElements())
                .in((b, v) -> b.alsoKnownAs(v).attributedTo(v))
                .use(tags().list().ofMaxSize(2))
                .in(ActorBuilder::tags)
                .use(maybe(times()))
                .in((b, v) -> b.published(v).updated(v))
                .build(ActorBuilder::build));
  }

  private static Arbitrary<Tombstone> tombstones() {
    return Combinators.combine(iris(), maybe(Arbitraries.of("Note", "Page")), maybe(times()))
        .as((id, type, when) -> new Tombstone(id, type, when, Json.object()));
  }

  /** Everything but activities. */
  static Arbitrary<Thing> nouns() {
    return Arbitraries.oneOf(objects(), actors(), collections(), tombstones(), links());
  }

  private static Arbitrary<Envelope> envelopes() {
    Arbitrary<@Nullable Ref> refs =
        maybe(Arbitraries.oneOf(iris().map(Ref::of), tombstones().map(Ref::of)));
    return Builders.withBuilder(() -> Envelope.of(null, Audience.PUBLIC, Audience.NONE))
        .use(Combinators.combine(maybe(iris()), iris(), audiences()).as(Envelope::of))
        .in((e, v) -> v)
        .use(maybe(times()))
        .in((e, v) -> v == null ? e : e.withPublished(v).withUpdated(v))
        .use(maybe(texts()))
        .in((e, v) -> v == null ? e : e.withSummary(v).withContent(v))
        .use(refs)
        .in((e, v) -> v == null ? e : e.withTarget(v).withResult(v))
        .use(refs)
        .in((e, v) -> v == null ? e : e.withInstrument(v))
        .use(tags().list().ofMaxSize(2))
        .in(Envelope::withTags)
        .build();
  }

  private static Arbitrary<Activity> around(Arbitrary<Ref> objects, int min) {
    return Combinators.combine(
            Arbitraries.of(ActivityTypes.names()).injectDuplicates(0.1),
            envelopes(),
            objects.list().ofMinSize(min).ofMaxSize(2))
        .as(ActivityTypes::of);
  }

  static Arbitrary<Activity> activities() {
    Arbitrary<Ref> simple = Arbitraries.oneOf(iris().map(Ref::of), nouns().map(Ref::of));
    Arbitrary<Ref> nested = around(simple, 0).map(Ref::of);
    Arbitrary<Activity> other =
        around(simple, 1)
            .map(known -> ActivityTypes.of("Grant", known.envelope(), known.objects()));
    return Arbitraries.oneOf(around(simple, 0), around(nested, 1), other);
  }

  static Arbitrary<Thing> things() {
    return Arbitraries.oneOf(nouns(), activities());
  }
}

package social.parley.activitystreams;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import social.parley.core.Iri;

/** Whom something is addressed to (ActivityStreams 2.0 vocabulary, section 5.4). */
public record Audience(
    List<Iri> to, List<Iri> cc, List<Iri> bto, List<Iri> bcc, List<Iri> audience) {
  /** Everyone; always this full IRI here, however a document wrote it. */
  public static final Iri PUBLIC = new Iri("https://www.w3.org/ns/activitystreams#Public");

  public static final Audience NONE = of(List.of(), List.of());

  public Audience {
    to = List.copyOf(to);
    cc = List.copyOf(cc);
    bto = List.copyOf(bto);
    bcc = List.copyOf(bcc);
    audience = List.copyOf(audience);
  }

  public static Audience of(List<Iri> to, List<Iri> cc) {
    return new Audience(to, cc, List.of(), List.of(), List.of());
  }

  public static Audience to(Iri... to) {
    return of(List.of(to), List.of());
  }

  /** For everyone, the followers told as well. */
  public static Audience everyone(Iri followers) {
    return of(List.of(PUBLIC), List.of(followers));
  }

  /** For everyone who looks, but not announced in public timelines ("unlisted"). */
  public static Audience quiet(Iri followers) {
    return of(List.of(followers), List.of(PUBLIC));
  }

  /** The same with one more primary recipient. */
  public Audience alsoTo(Iri recipient) {
    return new Audience(joined(to, recipient), cc, bto, bcc, audience);
  }

  /** The same with one more secondary recipient. */
  public Audience alsoCc(Iri recipient) {
    return new Audience(to, joined(cc, recipient), bto, bcc, audience);
  }

  /** The same with this community named as its audience (FEP-1b12). */
  public Audience in(Iri community) {
    return new Audience(to, cc, bto, bcc, joined(audience, community));
  }

  private static List<Iri> joined(List<Iri> some, Iri one) {
    if (some.contains(one)) return some;
    List<Iri> all = new ArrayList<>(some);
    all.add(one);
    return all;
  }

  /** Addressed primarily to everyone. */
  public boolean isPublic() {
    return to.contains(PUBLIC);
  }

  /** Everyone may see it, but it stays out of public timelines. */
  public boolean isQuiet() {
    return !isPublic() && contains(PUBLIC);
  }

  public boolean contains(Iri recipient) {
    return to.contains(recipient)
        || cc.contains(recipient)
        || bto.contains(recipient)
        || bcc.contains(recipient)
        || audience.contains(recipient);
  }

  /** Whether anybody is to get it; the audience alone says only where it belongs. */
  public boolean isAddressed() {
    return !(to.isEmpty() && cc.isEmpty() && bto.isEmpty() && bcc.isEmpty());
  }

  /** Every recipient once, in the order written. */
  public Set<Iri> all() {
    Set<Iri> all = new LinkedHashSet<>(to);
    all.addAll(cc);
    all.addAll(bto);
    all.addAll(bcc);
    all.addAll(audience);
    return all;
  }
}

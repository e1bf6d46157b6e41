package social.parley.profiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import social.parley.actors.Actor;
import social.parley.actors.ProfileField;
import social.parley.core.Iri;
import social.parley.fetch.Fetched;

/** Whether a page that a profile links to links back with {@code rel="me"}. */
final class LinkBack {
  private LinkBack() {}

  /** The page of a field that is one link and nothing else. */
  static Optional<Iri> page(ProfileField field) {
    if (!field.source().isEmpty()) return Iri.parse(field.source().strip()).filter(Iri::isWeb);
    if (!field.html().contains("<a ")) return Optional.empty();
    Element body = Jsoup.parseBodyFragment(field.html()).body();
    Elements links = body.select("a[href]");
    if (links.size() != 1 || !links.text().strip().equals(body.text().strip()))
      return Optional.empty();
    return Iri.parse(links.getFirst().attr("href")).filter(Iri::isWeb);
  }

  static boolean in(Fetched.Document page, Actor actor) {
    Set<String> own =
        Stream.of(actor.url(), actor.iri().value())
            .map(LinkBack::normal)
            .collect(Collectors.toSet());
    for (Element link : parsed(page).select("a[href][rel], link[href][rel]"))
      if (isOneself(link.attr("rel")) && own.contains(normal(link.absUrl("href")))) return true;
    return false;
  }

  private static boolean isOneself(String relations) {
    for (String relation : relations.split("\\s+"))
      if (relation.equalsIgnoreCase("me")) return true;
    return false;
  }

  private static Document parsed(Fetched.Document page) {
    try {
      return Jsoup.parse(new ByteArrayInputStream(page.body()), null, page.finalUrl().value());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String normal(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    return lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
  }
}

package social.parley.text;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import social.parley.core.Iri;

/** Which addresses a link may lead to. */
final class Links {
  private static final Set<String> SCHEMES =
      Set.of(
          "http", "https", "mailto", "gemini", "gopher", "ipfs", "ipns", "dat", "dweb", "ssb",
          "xmpp", "magnet", "matrix", "tel");

  private Links() {}

  static boolean isAllowed(String url) {
    return clean(url).isPresent();
  }

  /** The address as a browser would read it, when its scheme is harmless. */
  static Optional<String> clean(String url) {
    StringBuilder kept = new StringBuilder(url.length());
    // Browsers ignore these inside an address, so that a check must do the same.
    for (int i = 0; i < url.length(); i++)
      if ("\t\n\r\f".indexOf(url.charAt(i)) < 0) kept.append(url.charAt(i));
    String bare = kept.toString().strip().replace(" ", "%20");
    return Iri.parse(bare).filter(Links::isHarmless).map(Iri::value);
  }

  private static boolean isHarmless(Iri iri) {
    String scheme = iri.value().substring(0, iri.value().indexOf(':')).toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("http") || scheme.equals("https");
    return SCHEMES.contains(scheme) && (!web || iri.isWeb());
  }

  /** True for addresses that a page may load pictures from. */
  static boolean isSecure(String url) {
    return url.regionMatches(true, 0, "https://", 0, 8) && isAllowed(url);
  }
}

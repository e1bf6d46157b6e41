package social.parley.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import social.parley.core.Iri;

/** Where a program may want people to be sent back to. */
final class RedirectUris {
  static final int LONGEST = 2000;
  private static final int MOST = 50;

  /** Schemes that run a script or show a page of the program's making in our name. */
  private static final Set<String> FORBIDDEN =
      Set.of("data", "javascript", "vbscript", "file", "blob", "about");

  private RedirectUris() {}

  /** Splits what programs send: one address, or several parted by line breaks or blanks. */
  static List<String> split(List<String> given) {
    List<String> uris = new ArrayList<>();
    for (String text : given)
      for (String uri : text.strip().split("\\s+")) if (!uri.isEmpty()) uris.add(uri);
    return uris;
  }

  static boolean areValid(List<String> uris) {
    return !uris.isEmpty() && uris.size() <= MOST && uris.stream().allMatch(RedirectUris::isValid);
  }

  private static boolean isValid(String uri) {
    if (uri.equals(Application.OUT_OF_BAND)) return true;
    if (uri.length() > LONGEST) return false;
    if (!uri.matches("[A-Za-z][A-Za-z0-9+.-]*:[^#\\s\\p{Cntrl}]+")) return false;
    String scheme = uri.substring(0, uri.indexOf(':')).toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("http") || scheme.equals("https");
    return !FORBIDDEN.contains(scheme) && (!web || Iri.parse(uri).filter(Iri::isWeb).isPresent());
  }
}

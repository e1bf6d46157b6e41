package social.parley.moderation;

import java.util.ArrayList;
import java.util.List;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.core.Refused;

/** Domain names in the one form in which they are compared: ASCII, lower case. */
final class DomainName {
  private static final int LONGEST = 256;

  private DomainName() {}

  /** Reads what somebody has typed or pasted: a name, an address, a handle. */
  static String read(String typed) {
    String bare = typed.strip();
    Iri address = Iri.parse(bare).filter(Iri::isWeb).orElse(null);
    if (address != null) bare = address.authority();
    bare = bare.substring(bare.lastIndexOf('@') + 1);
    if (bare.startsWith("*.")) bare = bare.substring(2);
    try {
      String domain = plain(Handle.ascii(bare));
      if (domain.length() <= LONGEST) return new Handle("anybody", domain).domain();
    } catch (IllegalArgumentException notOne) {
      // Said below.
    }
    throw new Refused.Invalid("domain", "ERR_INVALID", "is not a valid domain name");
  }

  /** The name and all that it lies under, the name itself first. */
  static List<String> withParents(String authority) {
    List<String> names = new ArrayList<>();
    String name = comparable(authority);
    names.add(name);
    int colon = name.lastIndexOf(':');
    if (colon > name.lastIndexOf(']')) {
      name = name.substring(0, colon);
      names.add(name);
    }
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1))
      names.add(name.substring(dot + 1));
    return names;
  }

  private static String comparable(String authority) {
    try {
      return plain(Handle.ascii(authority));
    } catch (IllegalArgumentException noName) {
      return plain(authority);
    }
  }

  /** A final dot names the same host. */
  private static String plain(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name.replace(".:", ":");
  }
}

package social.parley.http;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.parley.config.AddressRange;

/** Who asks: the address behind trusted proxies, and whether it came by https and by a proxy. */
public record ClientAddress(InetAddress address, boolean https, boolean forwarded) {
  static final String ATTRIBUTE = "parley.client";

  public static ClientAddress of(Context ctx) {
    return Objects.requireNonNull(ctx.<ClientAddress>attribute(ATTRIBUTE));
  }

  /** Believes the forwarding headers only as far as every hop that added to them is trusted. */
  static ClientAddress resolve(
      InetAddress peer,
      boolean secure,
      List<String> forwardedFor,
      @Nullable String forwardedProto,
      List<AddressRange> trusted) {
    boolean forwarded = !forwardedFor.isEmpty() || forwardedProto != null;
    if (!forwarded || !AddressRange.anyContains(trusted, peer))
      return new ClientAddress(peer, secure, forwarded);
    String[] hops = String.join(",", forwardedFor).split(",");
    InetAddress client = peer;
    for (int i = hops.length - 1; i >= 0 && AddressRange.anyContains(trusted, client); i--) {
      InetAddress hop = literal(hops[i].strip());
      if (hop == null) break;
      client = hop;
    }
    boolean https = forwardedProto == null ? secure : forwardedProto.equalsIgnoreCase("https");
    return new ClientAddress(client, https, forwarded);
  }

  private static @Nullable InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException notAnAddress) {
      return null;
    }
  }
}

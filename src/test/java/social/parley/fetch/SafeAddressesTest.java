package social.parley.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.parley.config.AddressRange;
import social.parley.core.Iri;
import social.parley.trials.Trials;

class SafeAddressesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static InetAddress[] all(String... addresses) {
    return Stream.of(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:2::1",
        "2001:10::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "2002:0a00:1::1",
        "3fff::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "5f00::1",
        "4000::1"
      })
  void reservedAddressesAreNotPublic(String address) {
    assertThat(AddressClass.isPublic(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.0.0.1",
        "128.0.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.167.1.1",
        "198.17.0.1",
        "198.20.0.1",
        "223.255.255.255",
        "2606:4700:4700::1111",
        "2a00:1450::1",
        "2001:4860:4860::8888",
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8"
      })
  void othersArePublic(String address) {
    assertThat(AddressClass.isPublic(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void ofAMixedAnswerOnlyPublicAddressesRemain() throws UnknownHostException {
    try (var addresses =
        new SafeAddresses(List.of(), host -> all("10.0.0.1", "93.184.216.34", "::1", "fd00::1"))) {
      assertThat(addresses.resolve("mixed.example")).containsExactly(all("93.184.216.34"));
    }
  }

  @Test
  void allPrivateIsBlockedUnlessAllowed() throws UnknownHostException {
    NameLookup names = host -> all("10.0.0.1");
    try (var addresses = new SafeAddresses(List.of(), names)) {
      assertThatThrownBy(() -> addresses.resolve("intranet.example"))
          .isInstanceOf(BlockedAddress.class);
    }
    try (var addresses = new SafeAddresses(List.of(AddressRange.parse("10.0.0.0/8")), names)) {
      assertThat(addresses.resolve("intranet.example")).containsExactly(all("10.0.0.1"));
      assertThatThrownBy(() -> addresses.resolve("[::1]")).isInstanceOf(BlockedAddress.class);
      assertThatThrownBy(() -> addresses.resolve("127.0.0.1")).isInstanceOf(BlockedAddress.class);
    }
  }

  @Test
  void localhostNamesAreLoopbackAndNeverLookedUp() throws UnknownHostException {
    NameLookup none =
        host -> {
          throw new AssertionError("looked up " + host);
        };
    List<AddressRange> allow = List.of(AddressRange.parse("127.0.0.0/8"));
    try (var open = new SafeAddresses(allow, none);
        var closed = new SafeAddresses(List.of(), none)) {
      for (String host : List.of("localhost", "alpha.localhost", "a.b.localhost")) {
        assertThat(open.resolve(host)).containsExactly(all("127.0.0.1"));
        assertThatThrownBy(() -> closed.resolve(host)).isInstanceOf(BlockedAddress.class);
      }
    }
  }

  @Test
  void aSilentNameServerIsNotWaitedFor() {
    CountDownLatch forever = new CountDownLatch(1);
    NameLookup silent =
        host -> {
          try {
            forever.await();
          } catch (InterruptedException stopped) {
            throw new UnknownHostException(host);
          }
          return all("1.1.1.1");
        };
    try (var addresses = new SafeAddresses(List.of(), silent)) {
      assertThatThrownBy(() -> addresses.reachable("slow.example", Duration.ofMillis(20)))
          .isInstanceOf(UnknownHostException.class)
          .isNotInstanceOf(BlockedAddress.class);
    }
  }

  @Test
  void aNameIsLookedUpOnceForCheckAndConnection() throws UnknownHostException {
    // The second answer of a rebinding name server is never asked for.
    var answers = List.of(all("93.184.216.34"), all("127.0.0.1")).iterator();
    try (var addresses = new SafeAddresses(List.of(), host -> answers.next())) {
      assertThat(addresses.reachable("rebind.example", PATIENCE))
          .containsExactly(all("93.184.216.34"));
      assertThat(addresses.resolve("rebind.example")).containsExactly(all("93.184.216.34"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.com/a",
        "file:///etc/passwd",
        "gopher://example.com/",
        "https:/example.com/",
        "https:///a",
        "https://user@example.com/",
        "https://user:pw@example.com/",
        "https://example.com@127.0.0.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://017700000001/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.1/",
        "http://127.0.0.01/",
        "http://127.0.0.1.0x1/",
        "http://256.1.1.1/",
        "http://1.1.1.1.1/",
        "http://0/",
        "http://0x/",
        "http://example.123/",
        "http://[::1/",
        "http://[::1%25lo]/",
        "http://[fe80::1%eth0]/",
        "http://[1.2.3.4]/",
        "http://[example]/",
        "http://%31%32%37.0.0.1/",
        "http://exa mple.com/",
        "http://example.com:22/",
        "http://example.com:25/",
        "http://example.com:6379/",
        "http://example.com:5432/",
        "http://example.com:0/",
        "http://example.com:65536/",
        "http://example.com:/",
        "http://example.com:80a/",
        "http://example.com:-1/",
        "http://.example.com/",
        "http://example..com/",
        "http://example.com./",
        "http://-a.example/",
        "http://a,b.example/",
        "http://example.com\\@127.0.0.1/",
        "http://127。1/",
        "http://①②⑦.1/",
        "http://ex\u0000ample/",
        "http://:80/",
        "http://?/",
        "http:a",
        "http://a'b.example/"
      })
  void hostileAddressesAreRefused(String text) {
    Iri.parse(text)
        .ifPresent(
            iri -> assertThatThrownBy(() -> WebAddress.of(iri)).isInstanceOf(BlockedAddress.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::]/",
        "http://[0:0:0:0:0:ffff:7f00:1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://169.254.169.254/",
        "http://[fd00:ec2::254]/",
        "http://localhost/",
        "http://a.localhost/",
        "http://10.0.0.1/",
        "http://１２７.０.０.１/",
        "http://127。0。0。1/",
        "http://LOCALHOST/",
        "http://0.0.0.0/"
      })
  void privateLiteralsAreRefusedWhenResolved(String text) throws BlockedAddress {
    WebAddress address = WebAddress.of(new Iri(text));
    try (var addresses = new SafeAddresses(List.of(), host -> all("1.1.1.1"))) {
      assertThatThrownBy(() -> addresses.reachable(address.host(), PATIENCE))
          .isInstanceOf(BlockedAddress.class);
    }
  }

  @Test
  void garbageIsRefusedOrMadeAscii() {
    Trials.run(500, chance -> refusedOrMadeAscii(chance.text(), chance.text()));
  }

  private static void refusedOrMadeAscii(String host, String path) {
    Iri.parse("https://" + host + ".example/" + path)
        .ifPresent(iri -> {
          try {
            String ascii = WebAddress.of(iri).ascii().value();
            assertThat(ascii.chars()).allMatch(c -> c > ' ' && c < 0x7f);
          } catch (BlockedAddress refused) {
            assertThat(refused.getMessage()).isNotBlank();
          }
        });
  }

  @Test
  void usualAddressesAreTakenApart() throws BlockedAddress {
    assertThat(WebAddress.of(new Iri("HTTPS://Exämple.ORG/@ada?x=ü|y#z")))
        .isEqualTo(new WebAddress(true, "xn--exmple-cua.org", 443, "/@ada?x=%C3%BC%7Cy"));
    assertThat(WebAddress.of(new Iri("http://a_b.example:8080")))
        .isEqualTo(new WebAddress(false, "a_b.example", 8080, "/"));
    assertThat(WebAddress.of(new Iri("https://example.com?a=%20b")).ascii())
        .isEqualTo(new Iri("https://example.com/?a=%20b"));
    assertThat(WebAddress.of(new Iri("https://[2606:4700::1111]:443/x")).authority())
        .isEqualTo("[2606:4700::1111]");
    assertThat(WebAddress.of(new Iri("https://8.8.8.8/")).host()).isEqualTo("8.8.8.8");
    assertThat(WebAddress.of(new Iri("https://1und1.example/")).host()).isEqualTo("1und1.example");
  }
}

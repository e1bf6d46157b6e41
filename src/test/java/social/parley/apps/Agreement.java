package social.parley.apps;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.parley.accounts.Account;
import social.parley.accounts.AuthorizationRequest;
import social.parley.accounts.Grants;
import social.parley.accounts.Secrets;
import social.parley.cli.Community;
import social.parley.core.Ids;

/** What a person does in a browser when a program asks to act for them. */
final class Agreement {
  private Agreement() {}

  static String code(Community community, String address, Account account) {
    Map<String, String> parameters =
        Stream.of(URI.create(address).getRawQuery().split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
    var read = AuthorizationRequest.read(community.applications(), parameters::get);
    if (!(read instanceof AuthorizationRequest.Result.Valid(AuthorizationRequest request)))
      throw new AssertionError("not to be agreed to: " + read);
    SecureRandom random = new SecureRandom();
    return new Grants(
            community.database(),
            new Ids(Clock.systemUTC(), random),
            Clock.systemUTC(),
            new Secrets(random),
            community.tokens())
        .issue(request, account.id());
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}

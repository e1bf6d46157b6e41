package social.parley.mastodon;

import java.util.List;
import java.util.stream.Stream;
import social.parley.core.ActorId;
import social.parley.core.Refused;

/** The accounts that a client asks for together: once each, in order; what is no id is left out. */
public final class AccountIds {
  private AccountIds() {}

  public static List<ActorId> of(List<String> texts) {
    return texts.stream().flatMap(AccountIds::id).distinct().toList();
  }

  private static Stream<ActorId> id(String text) {
    try {
      return Stream.of(ActorId.parse(text));
    } catch (Refused.NotFound notOne) {
      return Stream.empty();
    }
  }
}

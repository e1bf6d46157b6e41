package social.parley.mastodon.openapi;

import java.util.List;

/**
 * One line of the table of routes. The scope is one that a person's token needs; {@code public} for
 * none, {@code public (x)} where a token, if shown, must cover x, {@code any} for any token of a
 * person, {@code app} for a program's own and {@code session} for a browser.
 */
public record DescribedRoute(
    String method,
    String path,
    String scope,
    String group,
    List<String> parameters,
    String returns) {
  public DescribedRoute {
    parameters = List.copyOf(parameters);
  }
}

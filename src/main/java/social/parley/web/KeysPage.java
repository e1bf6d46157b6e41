package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import social.parley.http.Endpoints;

/** With which keys everything can be done; scripts show it over the page one is on. */
public final class KeysPage implements Endpoints {
  private static final View KEYS =
      new View(
          List.of(
              Group.of(
                  "posts",
                  """
                  j next
                  k previous
                  o open
                  r reply
                  q quote
                  b boost
                  f favourite
                  e react
                  s bookmark
                  x covered
                  v pictures
                  p author
                  """),
              Group.of(
                  "anywhere",
                  """
                  n new
                  / search
                  . news
                  ? keys
                  Esc close
                  """),
              Group.of(
                  "go",
                  """
                  g h home
                  g n notifications
                  g m messages
                  g e explore
                  g l local
                  g t federated
                  g i lists
                  g s bookmarks
                  g f favourites
                  g p profile
                  g c settings
                  """)));

  private final PageParts parts;

  KeysPage(PageParts parts) {
    this.parts = parts;
  }

  /** All keys, by where they count. */
  public record View(List<Group> groups) {}

  /** Keys of one sort; its name and their deeds are part of the keys of the messages. */
  public record Group(String name, List<Key> keys) {
    private static Group of(String name, String lines) {
      List<Key> keys = new ArrayList<>();
      for (String line : lines.lines().toList()) {
        int end = line.lastIndexOf(' ');
        keys.add(new Key(line.substring(0, end), line.substring(end + 1)));
      }
      return new Group(name, List.copyOf(keys));
    }
  }

  /** What is pressed, one key after the other, and what it does. */
  public record Key(String pressed, String deed) {}

  @Override
  public void addTo(RoutesConfig routes) {
    parts.routing().page(routes, "/keys", this::show);
  }

  private void show(Context ctx) {
    if (LocalPath.isPartial(ctx)) parts.pages().part(ctx, "keys", "view", KEYS);
    else parts.pages().show(ctx, Head.of(say("keys.title")), "keys", KEYS);
  }
}

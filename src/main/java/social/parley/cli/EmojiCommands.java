package social.parley.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import social.parley.actors.CustomEmoji;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.emojis.EmojiChange;
import social.parley.emojis.OwnEmoji;
import social.parley.posts.Post;

/** {@code emoji}: the custom emoji of this server. */
@Command(
    description = "Add, list, change and remove custom emoji.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example:", "  parley emoji add blobcat blobcat.png --category blobs"})
final class EmojiCommands {
  private final Desk desk;

  EmojiCommands(Desk desk) {
    this.desk = desk;
  }

  @Command(
      description = "Add an emoji with the picture in a file.",
      footer = {"", "Example:", "  parley emoji add blobcat blobcat.png --category blobs"})
  int add(
      @Parameters(paramLabel = "NAME", description = "What stands between the colons.") String name,
      @Parameters(paramLabel = "FILE", description = "A PNG, GIF, WebP or JPEG.") String file,
      @Option(
              names = "--category",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "Where pickers show it; default: no category.")
          String category) {
    return desk.inCommunity(community -> {
      try (InputStream picture = Files.newInputStream(desk.shell().folder().resolve(file))) {
        return added(community.emojis().add(name, category, picture));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    });
  }

  private int added(OwnEmoji emoji) {
    desk.out().println("added :" + emoji.shortcode() + ": " + emoji.url());
    return Commands.DONE;
  }

  @Command(
      description = "Add an emoji that a post of another server uses.",
      footer = {
        "",
        "Example:",
        "  parley emoji copy blobcat https://example.social/@ann/1 --as blobcat2"
      })
  int copy(
      @Parameters(paramLabel = "NAME", description = "Its name there.") String name,
      @Parameters(paramLabel = "ADDRESS", description = "The post's address.") String address,
      @Option(names = "--as", paramLabel = "NAME", description = "Its name here.")
          Optional<String> as,
      @Option(
              names = "--category",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "Where pickers show it; default: no category.")
          String category) {
    return desk.inCommunity(community -> {
      Iri iri =
          Iri.parse(address)
              .filter(Iri::isWeb)
              .orElseThrow(() -> new Refused.Invalid("address", "is not an address"));
      Post post =
          community
              .posts()
              .byAddress(iri)
              .or(() -> community.posts().fetch(iri))
              .orElseThrow(() -> new Refused.NotFound("there is no post at " + address));
      CustomEmoji found =
          post.emoji().stream()
              .filter(emoji -> emoji.shortcode().equals(name))
              .findFirst()
              .orElseThrow(() -> new Refused.NotFound("that post has no emoji " + name));
      return added(community.emojis().copy(as.orElse(name), category, found.url()));
    });
  }

  @Command(
      description = "List all custom emoji.",
      footer = {"", "Example:", "  parley emoji list"})
  int list() {
    return desk.inCommunity(community -> {
      Table table = new Table("NAME", "CATEGORY", "STATE", "PICTURE");
      for (OwnEmoji emoji : community.emojis().all())
        table.row(emoji.shortcode(), emoji.category(), state(emoji), emoji.url());
      table.print(desk.out());
      return Commands.DONE;
    });
  }

  private static String state(OwnEmoji emoji) {
    if (emoji.disabled()) return "disabled";
    return emoji.listed() ? "listed" : "hidden";
  }

  @Command(
      description = "Change the category of an emoji, hide it from pickers, or disable it.",
      footer = {
        "",
        "Examples:",
        "  parley emoji change blobcat --category cats",
        "  parley emoji change blobcat --hidden",
        "  parley emoji change blobcat --disabled=false"
      })
  int change(
      @Parameters(paramLabel = "NAME", description = "Its name.") String name,
      @Option(names = "--category", paramLabel = "TEXT", description = "Its new category.")
          Optional<String> category,
      @Option(
              names = "--hidden",
              arity = "0..1",
              fallbackValue = "true",
              paramLabel = "true|false",
              description = "Whether pickers leave it out.")
          Optional<Boolean> hidden,
      @Option(
              names = "--disabled",
              arity = "0..1",
              fallbackValue = "true",
              paramLabel = "true|false",
              description = "Whether new texts may not use it.")
          Optional<Boolean> disabled) {
    return desk.inCommunity(community -> {
      EmojiChange change =
          new EmojiChange(
              category.orElse(null),
              hidden.map(value -> !value).orElse(null),
              disabled.orElse(null));
      OwnEmoji emoji = community.emojis().edit(name, change);
      desk.out().println(":" + emoji.shortcode() + ": is " + state(emoji));
      return Commands.DONE;
    });
  }

  @Command(
      description = "Remove an emoji; where texts used it, its name stands again.",
      footer = {"", "Example:", "  parley emoji remove blobcat"})
  int remove(@Parameters(paramLabel = "NAME", description = "Its name.") String name) {
    return desk.inCommunity(community -> {
      community.emojis().remove(name);
      desk.out().println("removed :" + name + ":");
      return Commands.DONE;
    });
  }
}

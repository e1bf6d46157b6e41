package social.parley.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import social.parley.appearance.Appearance;
import social.parley.appearance.Appearances;
import social.parley.appearance.Part;
import social.parley.core.Iri;

/** {@code appearance}: the colour, the pictures and the style sheet of this community. */
@Command(
    description = "Show and change how this community looks.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example:", "  parley appearance set --color '#2f6b4f' --logo oak.png"})
final class AppearanceCommands {
  private final Desk desk;

  AppearanceCommands(Desk desk) {
    this.desk = desk;
  }

  @Command(
      description = "Show how it looks now.",
      footer = {"", "Example:", "  parley appearance show"})
  int show() {
    return desk.inCommunity(community -> {
      Appearance now = community.appearances().now();
      Appearance.Logo logo = now.logo();
      Table table = new Table("PART", "VALUE");
      table.row("color", now.color());
      table.row("logo", shown(logo == null ? null : logo.address()));
      table.row("banner", shown(now.banner()));
      table.row("wallpaper", shown(now.wallpaper()));
      table.row("css", now.css().isEmpty() ? "none" : now.css().lines().count() + " lines");
      table.print(desk.out());
      return Commands.DONE;
    });
  }

  private static String shown(@Nullable Iri picture) {
    return picture == null ? "none" : picture.value();
  }

  @Command(
      description = "Change parts of it.",
      footer = {
        "",
        "Pictures are PNG, JPEG, WebP or GIF files. A running server shows it within seconds.",
        "",
        "Examples:",
        "  parley appearance set --color '#2f6b4f' --logo oak.png",
        "  parley appearance set --css style.css"
      })
  int set(
      @Option(names = "--color", paramLabel = "#RRGGBB", description = "The accent colour.")
          Optional<String> color,
      @Option(
              names = "--logo",
              paramLabel = "FILE",
              description = "A square picture, at least 192 pixels wide.")
          Optional<String> logo,
      @Option(names = "--banner", paramLabel = "FILE", description = "The wide picture.")
          Optional<String> banner,
      @Option(names = "--wallpaper", paramLabel = "FILE", description = "What lies behind pages.")
          Optional<String> wallpaper,
      @Option(names = "--css", paramLabel = "FILE", description = "A style sheet.")
          Optional<String> css) {
    return desk.inCommunity(community -> {
      Appearances appearances = community.appearances();
      try {
        if (css.isPresent()) appearances.css(null, Files.readString(desk.path(css.get())));
        color.ifPresent(value -> appearances.color(null, value));
        if (logo.isPresent()) picture(appearances, Part.LOGO, logo.get());
        if (banner.isPresent()) picture(appearances, Part.BANNER, banner.get());
        if (wallpaper.isPresent()) picture(appearances, Part.WALLPAPER, wallpaper.get());
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
      desk.out().println("changed");
      return Commands.DONE;
    });
  }

  private void picture(Appearances appearances, Part part, String file) throws IOException {
    try (InputStream picture = Files.newInputStream(desk.path(file))) {
      appearances.picture(null, part, picture);
    }
  }

  @Command(
      description = "Take a part back to how the settings and the program have it.",
      footer = {"", "Example:", "  parley appearance reset css"})
  int reset(
      @Parameters(
              paramLabel = "PART",
              description = "One of color, css, logo, banner and wallpaper.")
          Part part) {
    return desk.inCommunity(community -> {
      community.appearances().remove(null, part);
      desk.out().println("reset " + part.name().toLowerCase(Locale.ROOT));
      return Commands.DONE;
    });
  }
}

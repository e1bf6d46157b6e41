package social.parley.appearance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.core.TestClock;
import social.parley.media.MediaUrls;
import social.parley.media.SiteImages;
import social.parley.posts.Network;
import social.parley.posts.Town;
import social.parley.storage.Database;
import social.parley.storage.Subscribers;

/** What the community looks like, on either database. */
abstract class AppearancesContract {
  @TempDir Path folder;
  private final TestClock clock = new TestClock();
  private Town town;
  private Appearances appearances;
  private ActorId ada;
  private final List<AppearanceChanged> told = new ArrayList<>();

  abstract Database open();

  @BeforeEach
  void build() {
    town = new Town("alpha.test", new Network(), open(), clock, folder);
    appearances = another();
    town.database.subscribe(
        new Subscribers().on(AppearanceChanged.class, (tx, changed) -> told.add(changed)));
    ada = town.person("ada").id();
  }

  @AfterEach
  void close() {
    town.close();
  }

  private Appearances another() {
    return new Appearances(
        town.database,
        town.clock,
        town.settings,
        town.actors,
        new SiteImages(town.media),
        new MediaUrls(town.settings.url()));
  }

  private static InputStream picture(int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new ByteArrayInputStream(out.toByteArray());
  }

  private boolean isKept(Iri address) {
    return town.media
        .byKey(address.value().substring(address.value().lastIndexOf('/') + 1))
        .isPresent();
  }

  @Test
  void nothingIsAsTheSettingsHaveIt() {
    assertThat(appearances.now())
        .isEqualTo(new Appearance(town.settings.about().color(), "", null, null, null));
  }

  @Test
  void whatIsChangedStaysAndIsTold() {
    appearances.color(ada, "#A03050");
    appearances.css(ada, "a { color: red }\r\n");
    appearances.picture(ada, Part.LOGO, picture(600, 300));
    appearances.picture(ada, Part.BANNER, picture(840, 900));
    appearances.picture(null, Part.WALLPAPER, picture(700, 200));
    Appearance now = appearances.now();
    assertThat(now.color()).isEqualTo("#A03050");
    assertThat(now.css()).isEqualTo("a { color: red }");
    assertThat(now.logo()).isNotNull();
    assertThat(now.logo().width()).isEqualTo(300);
    assertThat(now.logo().icon()).isNotEqualTo(now.logo().address());
    assertThat(isKept(now.logo().icon())).isTrue();
    assertThat(another().now()).isEqualTo(now);
    assertThat(told)
        .contains(
            new AppearanceChanged(ada, Part.COLOR, false),
            new AppearanceChanged(ada, Part.LOGO, false),
            new AppearanceChanged(null, Part.WALLPAPER, false));
  }

  @Test
  void anotherPictureTakesThePlaceOfTheFirst() {
    appearances.picture(ada, Part.BANNER, picture(840, 441));
    Iri first = appearances.now().banner();
    appearances.picture(ada, Part.BANNER, picture(420, 400));
    Iri second = appearances.now().banner();
    assertThat(first).isNotEqualTo(second);
    assertThat(isKept(first)).isFalse();
    assertThat(isKept(second)).isTrue();
    appearances.remove(ada, Part.BANNER);
    assertThat(appearances.now().banner()).isNull();
    assertThat(isKept(second)).isFalse();
    appearances.remove(ada, Part.BANNER);
    assertThat(told)
        .containsOnlyOnce(new AppearanceChanged(ada, Part.BANNER, true))
        .contains(new AppearanceChanged(ada, Part.BANNER, false));
  }

  @Test
  void withoutItsDatabaseItLooksAsItDid() {
    appearances.color(ada, "#A03050");
    Appearance before = appearances.now();
    town.database.close();
    clock.advance(Duration.ofMinutes(1));
    assertThat(appearances.now()).isEqualTo(before);
  }

  @Test
  void whatMakesNoSenseChangesNothing() {
    assertThatThrownBy(() -> appearances.color(ada, "red")).isInstanceOf(Refused.Invalid.class);
    assertThatThrownBy(() -> appearances.css(ada, "@import 'x'"))
        .isInstanceOf(Refused.Invalid.class);
    assertThatThrownBy(() -> appearances.picture(ada, Part.LOGO, picture(600, 100)))
        .isInstanceOf(Refused.Invalid.class)
        .hasMessageContaining("192");
    assertThatThrownBy(() ->
            appearances.picture(
                ada, Part.LOGO, new ByteArrayInputStream("no picture".getBytes(UTF_8))))
        .isInstanceOf(Refused.Invalid.class);
    appearances.color(ada, town.settings.about().color());
    assertThat(told).isEmpty();
    assertThat(appearances.now().logo()).isNull();
  }
}

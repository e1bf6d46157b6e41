package social.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.accounts.Role;
import social.parley.appearance.Part;
import social.parley.moderation.AuditLog;
import tools.jackson.databind.json.JsonMapper;

/** How the community looks, and how those who read it want it to look, without scripts. */
class AppearanceTest {
  private static final String SCHEMA = "script[type=application/ld+json]";

  @TempDir static Path data;
  private static Town town;
  private static Guest admin;

  @BeforeAll
  static void start() {
    town = Town.start(data, "PARLEY_ABOUT_COLOR", "#206040");
    town.person("olga", Role.ADMIN);
    admin = town.loggedIn("olga");
  }

  @AfterAll
  static void stop() {
    town.close();
  }

  @AfterEach
  void asBefore() {
    for (Part part : Part.values()) town.community().appearances().remove(null, part);
  }

  private static byte[] picture(int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return out.toByteArray();
  }

  private static String style(Guest guest) {
    return guest.page().select("link[rel=stylesheet]").first().attr("href");
  }

  @Test
  void theAdminGivesTheCommunityItsFace() {
    Guest stranger = town.guest().open("/about");
    String before = style(stranger);
    assertThat(stranger.open(before).body()).contains("--accent-raw: #206040");
    admin
        .open("/admin/appearance")
        .attach("logo", picture(300, 300))
        .attach("banner", picture(800, 420))
        .attach("wallpaper", picture(900, 500))
        .submit("/admin/appearance", "color", "#a03050", "css", ".post { color: red }");
    assertThat(admin.text()).contains("Saved.");
    stranger.open("/");
    assertThat(style(stranger)).isNotEqualTo(before);
    String logo = stranger.page().select(".brand img").attr("src");
    assertThat(logo).startsWith(town.url() + "/media/");
    assertThat(stranger.page().select("link[rel=icon]").attr("href")).isEqualTo(logo);
    String banner = stranger.page().select(".hero-banner").attr("src");
    assertThat(stranger.page().select("meta[property=og:image]").attr("content")).isEqualTo(banner);
    assertThat(stranger.open(style(stranger)).body())
        .contains("--accent-raw: #a03050", "--wallpaper: url(\"" + town.url() + "/media/");
    assertThat(stranger.open(logo).header("Content-Type")).startsWith("image/png");
    assertThat(stranger.open("/manifest.webmanifest").body())
        .contains("#a03050", logo, "300x300")
        .doesNotContain("icon-512");
    assertThat(stranger.open("/api/v2/instance").body())
        .contains(banner, logo, "192x192", "300x300");
    assertThat(stranger.open("/nodeinfo/2.1").body()).contains("\"themeColor\":\"#a03050\"");
    admin.open("/admin/appearance").submit("/admin/appearance", "remove_logo", "true");
    assertThat(stranger.open("/").page().select(".brand svg")).isNotEmpty();
    assertThat(stranger.open(logo).status()).isEqualTo(404);
  }

  @Test
  void aPictureIsRefusedInTheLanguageOfWhoeverSendsIt() {
    admin.open("/settings/preferences").submit("/settings/preferences", "locale", "de");
    admin
        .open("/admin/appearance")
        .attach("logo", picture(100, 100))
        .submit("/admin/appearance", "color", "#a03050");
    assertThat(admin.status()).isEqualTo(422);
    assertThat(admin.page().select("#p-logo").text())
        .isEqualTo("Das Logo muss mindestens 192 Pixel breit und hoch sein");
    admin.open("/settings/preferences").submit("/settings/preferences", "locale", "en");
  }

  @Test
  void theOwnStyleSheetIsAFileThatCanBeSwitchedOff() {
    admin.open("/admin/appearance").submit("/admin/appearance", "css", ".post { color: red }");
    Guest stranger = town.guest().open("/about");
    String own = stranger.page().select("link[rel=stylesheet]").get(1).attr("href");
    stranger.open(own);
    assertThat(stranger.body()).isEqualTo(".post { color: red }");
    assertThat(stranger.header("Content-Type")).startsWith("text/css");
    assertThat(stranger.header("ETag")).isNotEmpty();
    assertThat(stranger.header("Cache-Control")).contains("immutable");
    assertThat(admin.open("/admin/appearance").page().select("link[rel=stylesheet]")).hasSize(1);
    stranger.open("/settings/appearance");
    assertThat(stranger.page().select("link[rel=stylesheet]")).hasSize(1);
    stranger.page().select("[name=styled]").removeAttr("checked");
    stranger.submit("/settings/appearance");
    assertThat(stranger.open("/about").page().select("link[rel=stylesheet]")).hasSize(1);
    admin
        .open("/admin/appearance")
        .submit("/admin/appearance", "css", "a { background: url(https://evil.example/) }");
    assertThat(admin.status()).isEqualTo(422);
    assertThat(admin.page().select("#p-css").text()).contains("may not load https://evil.example/");
    assertThat(admin.page().select("#a-css").text()).contains("evil.example");
    assertThat(stranger.open(own).body()).isEqualTo(".post { color: red }");
    admin.open("/admin/appearance").submit("/admin/appearance", "css", "");
    assertThat(stranger.open(own).status()).isEqualTo(404);
  }

  @Test
  void onlyAdminsMayAndEveryDeedIsNoted() {
    town.person("mod", Role.MODERATOR);
    Guest moderator = town.loggedIn("mod").open("/admin/appearance");
    assertThat(moderator.status()).isEqualTo(404);
    assertThat(moderator.open("/admin/sign-ups").page().select("a[href=/admin/appearance]"))
        .isEmpty();
    admin.open("/admin/appearance").submit("/admin/appearance", "color", "#123456");
    var community = town.community();
    AuditLog.Entry entry =
        community
            .database()
            .read(db ->
                db.query("SELECT * FROM audit_log WHERE subject = 'appearance' ORDER BY id DESC")
                    .mapTo(AuditLog.Entry.class)
                    .findFirst())
            .orElseThrow();
    assertThat(entry.deed()).isEqualTo("update");
    assertThat(entry.note()).isEqualTo("color");
    assertThat(entry.staffId())
        .isEqualTo(community.accounts().byUsername("olga").orElseThrow().actor());
  }

  @Test
  void everyComponentIsShown() {
    Guest stranger = town.guest().open("/about/design");
    assertThat(stranger.status()).isEqualTo(200);
    assertThat(stranger.page().select("article.post")).hasSizeGreaterThan(15);
    assertThat(stranger.page().select("meta[name=robots]").attr("content")).contains("noindex");
    admin.open("/about/design");
    assertThat(admin.page().select("form.composer, .notification, form.relation, form.poll"))
        .hasSizeGreaterThan(10);
  }

  @Test
  void pagesSayWhatTheyAreToThoseWhoMayListThem() {
    Guest ada = town.member("lena");
    ada.open("/settings/profile")
        .submit("/settings/profile", "display_name", "Lena </script> & Co", "indexable", "true");
    ada.open("/compose").submit("/compose", "text", "Hello <b> #garden");
    Guest stranger = town.guest().open("/@lena");
    assertThat(stranger.page().select("meta[name=robots]")).isEmpty();
    var profile = JsonMapper.shared().readTree(stranger.page().select(SCHEMA).html());
    assertThat(profile.path("@type").asString()).isEqualTo("ProfilePage");
    assertThat(profile.path("mainEntity").path("name").asString()).isEqualTo("Lena </script> & Co");
    assertThat(stranger.page().select("link[type=application/activity+json]").attr("href"))
        .isEqualTo(town.community().actors().local("lena").orElseThrow().iri().value());
    assertThat(stranger.page().select("link[type=application/atom+xml]")).hasSize(1);
    assertThat(stranger.open("/@lena/followers").page().select("meta[name=robots]")).hasSize(1);
    stranger.open("/@lena").open(stranger.page().select(".post-when a").attr("href"));
    var post = JsonMapper.shared().readTree(stranger.page().select(SCHEMA).html());
    assertThat(post.path("@type").asString()).isEqualTo("SocialMediaPosting");
    assertThat(post.path("text").asString()).contains("Hello <b> #garden");
    assertThat(post.path("author").path("alternateName").asString()).startsWith("@lena@");
    assertThat(stranger.page().select("link[rel=canonical]").attr("href"))
        .isEqualTo(post.path("url").asString());
    assertThat(stranger.page().select("meta[property=article:published_time]").attr("content"))
        .startsWith("20");
    String address = stranger.path();
    ada.open("/settings/profile").page().select("[name=indexable]").removeAttr("checked");
    ada.submit("/settings/profile");
    for (String path : new String[] {"/@lena", address, "/local", "/tags/garden", "/explore"}) {
      assertThat(stranger.open(path).page().select("meta[name=robots]")).as(path).hasSize(1);
      assertThat(stranger.page().select(SCHEMA)).as(path).isEmpty();
    }
  }

  @Test
  void everybodyChoosesHowPagesLook() {
    Guest stranger = town.guest().open("/settings/appearance");
    assertThat(stranger.page().select("html[data-theme], html[data-contrast]")).isEmpty();
    stranger.submit("/settings/appearance", "theme", "dark", "size", "larger", "contrast", "true");
    assertThat(
            stranger
                .open("/about")
                .page()
                .select("html[data-theme=dark][data-size=larger][data-contrast]:not([data-still])"))
        .hasSize(1);
    Guest ada = town.member("ada").open("/settings/appearance");
    ada.page().select("[name=colours]").removeAttr("checked");
    ada.submit("/settings/appearance", "theme", "light", "still", "true");
    assertThat(ada.open("/settings/preferences").page().select("html[data-theme=light]"))
        .hasSize(1);
    ada.submit("/settings/preferences", "reach", "quiet");
    Guest elsewhere = town.loggedIn("ada").open("/home");
    assertThat(
            elsewhere
                .page()
                .select("html[data-theme=light][data-still][data-plain]:not([data-size])"))
        .hasSize(1);
  }
}

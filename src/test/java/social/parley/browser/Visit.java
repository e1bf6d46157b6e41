package social.parley.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Kai, who is logged in, with a browser; a complaint on the console fails the test. */
abstract class Visit {
  @TempDir static Path data;
  static Stage stage;
  static Chromium chromium;
  static Member kai;
  static Member lin;

  final List<String> complaints = new ArrayList<>();
  BrowserContext context;
  Page page;

  @BeforeAll
  static void start() {
    assumeTrue(Chromium.isThere(), "no Chromium here");
    chromium = Chromium.start();
    stage = Stage.start(data, "oak", "PARLEY_HOSTS", "localhost");
    kai = stage.person("kai");
    lin = stage.person("lin");
  }

  @AfterAll
  static void stop() {
    if (chromium != null) chromium.close();
    if (stage != null) stage.close();
  }

  @BeforeEach
  void enter() {
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(stage.url())
                    .setServiceWorkers(serviceWorkers()));
    page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) complaints.add(message.text());
    });
    page.onPageError(complaints::add);
    page.navigate("/auth/sign_in");
    page.fill("[name=login]", "kai");
    page.fill("[name=password]", Stage.PASSWORD);
    page.click("main button");
    page.waitForURL(stage.url() + "/home");
  }

  /** A request that goes through one cannot be held back. */
  ServiceWorkerPolicy serviceWorkers() {
    return ServiceWorkerPolicy.ALLOW;
  }

  /** Opens a page and waits until it hears of what is new there. */
  void hearing(String what, Runnable open) {
    page.waitForResponse(Pattern.compile("/live" + what + "$"), open);
  }

  @AfterEach
  void leave() {
    if (context != null) context.close();
    assertThat(complaints).isEmpty();
  }
}

package social.parley;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import social.parley.config.LogLines;
import social.parley.config.Settings;

/** Where the program starts. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    Settings settings = Settings.load(null, System.getenv());
    LogLines.install(settings.logLevel(), System.err);
    Server server = Server.open(settings, Clock.systemUTC(), new SecureRandom());
    server.start();
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              server.close();
              stopped.countDown();
            }));
    server.claimLink().ifPresent(link -> System.out.println("Claim the owner account: " + link));
    stopped.await();
  }
}

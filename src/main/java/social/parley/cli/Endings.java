package social.parley.cli;

/** What is done when the process is told to stop. */
final class Endings {
  private Endings() {}

  static void before(Runnable work) {
    Runtime.getRuntime().addShutdownHook(new Thread(work, "stop"));
  }
}

package social.parley;

/** Which version this is. */
final class Version {
  static final String NUMBER = read();

  private Version() {}

  private static String read() {
    String packaged = Version.class.getPackage().getImplementationVersion();
    return packaged == null ? "dev" : packaged;
  }
}

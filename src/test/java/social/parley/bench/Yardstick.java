package social.parley.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code openssl speed} makes of RSA-2048 on these cores: by the clock with all cores busy, so
 * that it suffers from other programs as the server does, and in processor time for one operation.
 */
record Yardstick(
    double signsPerSecond, double verifiesPerSecond, double signCpu, double verifyCpu) {
  private static final Pattern LINE =
      Pattern.compile("rsa\\s+2048 bits\\s+([\\d.]+)s\\s+([\\d.]+)s\\s+([\\d.]+)\\s+([\\d.]+)");

  static Yardstick take() {
    int cores = Runtime.getRuntime().availableProcessors();
    double[] wall = speed("-elapsed", "-multi", String.valueOf(cores));
    double[] cpu = speed();
    return new Yardstick(wall[0], wall[1], 1e3 / cpu[0], 1e3 / cpu[1]);
  }

  /** The middle of one taken before and one taken after. */
  Yardstick and(Yardstick later) {
    return new Yardstick(
        (signsPerSecond + later.signsPerSecond) / 2,
        (verifiesPerSecond + later.verifiesPerSecond) / 2,
        (signCpu + later.signCpu) / 2,
        (verifyCpu + later.verifyCpu) / 2);
  }

  private static double[] speed(String... options) {
    String[] command = new String[options.length + 5];
    System.arraycopy(new String[] {"openssl", "speed", "-seconds", "2"}, 0, command, 0, 4);
    System.arraycopy(options, 0, command, 4, options.length);
    command[command.length - 1] = "rsa2048";
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher line = LINE.matcher(text);
      if (!line.find()) throw new IllegalStateException("openssl speed said: " + text);
      return new double[] {Double.parseDouble(line.group(3)), Double.parseDouble(line.group(4))};
    } catch (IOException missing) {
      throw new IllegalStateException("openssl cannot be run", missing);
    }
  }
}

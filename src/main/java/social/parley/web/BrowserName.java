package social.parley.web;

import java.util.List;

/** What a browser calls itself, in words that its person knows. */
final class BrowserName {
  private static final List<List<String>> BROWSERS =
      List.of(
          List.of("Edg", "Edge"),
          List.of("OPR", "Opera"),
          List.of("Vivaldi", "Vivaldi"),
          List.of("SamsungBrowser", "Samsung Internet"),
          List.of("Firefox", "Firefox"),
          List.of("FxiOS", "Firefox"),
          List.of("CriOS", "Chrome"),
          List.of("HeadlessChrome", "Chrome"),
          List.of("Chrome", "Chrome"),
          List.of("Safari", "Safari"),
          List.of("curl", "curl"));
  private static final List<List<String>> SYSTEMS =
      List.of(
          List.of("iPhone", "iPhone"),
          List.of("iPad", "iPad"),
          List.of("Android", "Android"),
          List.of("Windows", "Windows"),
          List.of("Mac OS X", "macOS"),
          List.of("CrOS", "ChromeOS"),
          List.of("Linux", "Linux"));

  private BrowserName() {}

  static String of(String agent) {
    String browser = find(agent, BROWSERS);
    String system = find(agent, SYSTEMS);
    if (browser.isEmpty()) return system;
    return system.isEmpty() ? browser : browser + " · " + system;
  }

  private static String find(String agent, List<List<String>> names) {
    for (List<String> name : names) if (agent.contains(name.getFirst())) return name.getLast();
    return "";
  }
}

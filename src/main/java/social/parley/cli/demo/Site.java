package social.parley.cli.demo;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import social.parley.cli.RunningServer;
import social.parley.config.Settings;

/** One of the running communities. */
record Site(String key, Place place, Settings settings, RunningServer server) {

  /** The settings of a community that lives on this port, with its data in this folder. */
  static Settings settings(String key, Place place, int port, Path folder) {
    Map<String, String> given = new HashMap<>();
    given.put("PARLEY_URL", "http://" + key + ".localhost:" + port);
    given.put("PARLEY_LISTEN", "127.0.0.1:" + port);
    given.put("PARLEY_DATA", folder.resolve(key).toString());
    given.put("PARLEY_FEDERATION_ALLOW", "127.0.0.0/8,::1/128");
    given.put("PARLEY_REGISTRATION", "open");
    given.put("PARLEY_RATE_LIMITS", "off");
    given.put("PARLEY_ABOUT_NAME", place.name());
    given.put("PARLEY_ABOUT_SUMMARY", place.summary());
    given.put("PARLEY_ABOUT_COLOR", place.color());
    given.put("PARLEY_ABOUT_CONTACT", "hello@" + key + ".localhost");
    given.put("PARLEY_ABOUT_RULES", String.join("\n", place.rules()));
    given.put("PARLEY_LOG_LEVEL", "warn");
    return Settings.load(null, given);
  }

  /** Where a path of this community is. */
  String at(String path) {
    return settings.at(path).value();
  }

  /** The handle of somebody who lives here, as others write it. */
  String handle(Name name) {
    return "@" + name.person() + "@" + settings.handleDomain();
  }
}

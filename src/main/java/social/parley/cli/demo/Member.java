package social.parley.cli.demo;

import java.util.Map;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;

/** Somebody who has logged in to their community with the demo's app. */
record Member(Name name, Site site, Api api, String token, String id) {

  JsonNode get(String path) {
    return api.get(site.at(path), token);
  }

  JsonNode post(String path) {
    return post(path, Json.object());
  }

  JsonNode post(String path, JsonNode body) {
    return api.post(site.at(path), token, body);
  }

  /** Sends a form with files, each under its field's name. */
  JsonNode send(String method, String path, Map<String, String> fields, Map<String, byte[]> files) {
    return api.send(method, site.at(path), token, fields, files);
  }
}

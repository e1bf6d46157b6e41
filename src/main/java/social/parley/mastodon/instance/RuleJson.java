package social.parley.mastodon.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import social.parley.about.Rule;

/** The Rule entity; its id is its place in the list. */
record RuleJson(String id, String text, String hint, Map<String, Rule.Wording> translations) {

  static List<RuleJson> of(List<Rule> rules) {
    List<RuleJson> all = new ArrayList<>();
    for (Rule rule : rules)
      all.add(
          new RuleJson(
              Integer.toString(all.size() + 1), rule.text(), rule.hint(), rule.translations()));
    return all;
  }
}

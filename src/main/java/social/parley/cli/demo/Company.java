package social.parley.cli.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import social.parley.accounts.Account;
import social.parley.accounts.Application;
import social.parley.accounts.NewAccount;
import social.parley.accounts.Role;
import social.parley.accounts.Scopes;
import social.parley.cli.Community;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Everybody who takes part, with accounts, pictures and friends. */
final class Company {
  /** One password for all of them. */
  static final String PASSWORD = "welcome-to-parley";

  private static final String SCOPES = "read write follow push";
  private final Api api;
  private final Crew crew;
  private final Map<String, Site> sites;
  private final Script script;
  private final Map<Name, Member> members = new LinkedHashMap<>();

  /** The ids of people, by the place that knows them by it. */
  private final Map<String, Map<Name, String>> known = new ConcurrentHashMap<>();

  Company(Api api, Crew crew, Map<String, Site> sites, Script script) {
    this.api = api;
    this.crew = crew;
    this.sites = sites;
    this.script = script;
  }

  Member member(Name name) {
    Member member = members.get(name);
    if (member == null) throw new IllegalArgumentException(name + " takes no part");
    return member;
  }

  Site site(String key) {
    Site site = sites.get(key);
    if (site == null) throw new IllegalArgumentException("no place " + key);
    return site;
  }

  /** Makes the accounts and what people show of themselves. */
  void gather() {
    List<List<Member>> groups = crew.each(List.copyOf(sites.values()), this::register);
    List<Member> all = groups.stream().flatMap(List::stream).toList();
    for (Member member : crew.each(all, this::introduce)) members.put(member.name(), member);
  }

  /** Gives everybody of one place an account, and a token of an app that they all use. */
  private List<Member> register(Site site) {
    List<Name> names =
        script.cast().stream().filter(name -> name.place().equals(site.key())).toList();
    Community community = site.server().community();
    Application app = app(site);
    Scopes scopes = Scopes.parse(SCOPES).orElseThrow();
    List<Account> accounts =
        community.accounts().createAll(names.stream().map(this::newAccount).toList());
    List<Member> group = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Account account = accounts.get(i);
      String token = community.tokens().issue(app, account.id(), scopes).secret();
      group.add(new Member(names.get(i), site, api, token, account.actor().toString()));
    }
    return group;
  }

  private Application app(Site site) {
    ObjectNode wish =
        Json.object()
            .put("client_name", "Demo")
            .put("redirect_uris", Application.OUT_OF_BAND)
            .put("scopes", SCOPES);
    String client = api.post(site.at("/api/v1/apps"), null, wish).path("client_id").asString();
    return site.server().community().applications().byClientId(client).orElseThrow();
  }

  private NewAccount newAccount(Name name) {
    Place.Person person = script.person(name);
    Role role =
        person.role() == null ? Role.USER : Role.valueOf(person.role().toUpperCase(Locale.ROOT));
    String email = name.person() + "@" + name.place() + ".localhost";
    return new NewAccount(name.person(), email, PASSWORD, role);
  }

  /** Shows the others who somebody is. */
  private Member introduce(Member member) {
    Place.Person person = script.person(member.name());
    known
        .computeIfAbsent(member.name().place(), _ -> new ConcurrentHashMap<>())
        .put(member.name(), member.id());
    Map<String, String> form = new LinkedHashMap<>();
    form.put("display_name", person.display());
    form.put("note", person.bio());
    form.put("bot", Boolean.toString(person.bot()));
    form.put("locked", Boolean.toString(person.locked()));
    form.put("discoverable", "true");
    form.put("indexable", "true");
    if (person.fields() instanceof List<List<String>> fields)
      for (int i = 0; i < fields.size(); i++) {
        form.put("fields_attributes[" + i + "][name]", fields.get(i).getFirst());
        form.put("fields_attributes[" + i + "][value]", fields.get(i).getLast());
      }
    Map<String, byte[]> pictures =
        Map.of(
            "avatar", person.face(),
            "header", person.header().paint(person.name(), 720, 240));
    member.send("PATCH", "/api/v1/accounts/update_credentials", form, pictures);
    return member;
  }

  /** Looks people up across the places, and lets everybody follow whom they like. */
  void makeFriends() {
    List<Runnable> wishes = new ArrayList<>();
    for (Name followed : script.cast())
      for (Name follower : script.followers(followed))
        wishes.add(() -> follow(member(follower), followed));
    crew.each(
        wishes,
        wish -> {
          wish.run();
          return true;
        });
  }

  private void follow(Member follower, Name followed) {
    follower.post("/api/v1/accounts/" + id(followed, follower) + "/follow");
  }

  /** The id by which somebody's community knows a person. */
  private String id(Name name, Member asking) {
    return known
        .computeIfAbsent(asking.name().place(), _ -> new ConcurrentHashMap<>())
        .computeIfAbsent(name, _ -> lookUp(name, asking));
  }

  private String lookUp(Name name, Member asking) {
    String handle = site(name.place()).handle(name);
    JsonNode found =
        asking.get("/api/v2/search?type=accounts&resolve=true&q=" + handle.substring(1));
    JsonNode first = found.path("accounts").path(0);
    if (first.isMissingNode())
      throw new IllegalStateException(asking.name().place() + " cannot find " + handle);
    return first.path("id").asString();
  }

  /** The careful look through those who have asked; the others wait. */
  void answerRequests() {
    for (Name careful : members.keySet()) {
      if (!script.person(careful).locked()) continue;
      Set<Name> asking = script.followers(careful);
      for (Name follower : asking)
        if (script.letsIn(careful, follower))
          member(careful)
              .post("/api/v1/follow_requests/" + id(follower, member(careful)) + "/authorize");
    }
  }
}

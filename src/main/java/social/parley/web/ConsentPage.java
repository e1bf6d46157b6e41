package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import social.parley.accounts.Application;
import social.parley.accounts.Applications;
import social.parley.accounts.AuthorizationRequest;
import social.parley.accounts.Grants;
import social.parley.core.Iri;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.http.SecurityHeaders;
import social.parley.words.Words;

/** Where an app asks a person to let it act for them (RFC 6749, section 4.1.1). */
public final class ConsentPage implements Endpoints {
  private static final String PATH = "/oauth/authorize";
  private static final List<String> KEPT =
      List.of(
          "client_id",
          "redirect_uri",
          "response_type",
          "scope",
          "state",
          "code_challenge",
          "code_challenge_method");

  private final Routing routing;
  private final Pages pages;
  private final Visitors visitors;
  private final Applications applications;
  private final Grants grants;

  ConsentPage(
      Routing routing, Pages pages, Visitors visitors, Applications applications, Grants grants) {
    this.routing = routing;
    this.pages = pages;
    this.visitors = visitors;
    this.applications = applications;
    this.grants = grants;
  }

  /** What the app asks for; {@code kept} are the parameters that the form carries on. */
  public record View(
      Application application, String returns, List<Permission> wishes, Map<String, String> kept) {}

  /** Why nothing can be asked. */
  public record Unusable(String reason) {}

  /** The code for a person to copy. */
  public record Code(String application, String code) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routing.page(routes, PATH, this::ask);
    routing.form(routes, PATH, this::answer);
  }

  private AuthorizationRequest.Result read(Context ctx) {
    return AuthorizationRequest.read(applications, Parameters.of(ctx)::text);
  }

  private void ask(Context ctx) {
    switch (read(ctx)) {
      case AuthorizationRequest.Result.Unusable(String reason) -> refuse(ctx, reason);
      case AuthorizationRequest.Result.SentBack(String location) -> {
        // Anybody can register an app: a mere link to us must not lead strangers there (RFC 9700,
        // section 4.11.2).
        if (visitors.find(ctx).isEmpty()) refuse(ctx, say("consent.wrong"));
        else ctx.redirect(location, HttpStatus.SEE_OTHER);
      }
      case AuthorizationRequest.Result.Valid(AuthorizationRequest request) -> ask(ctx, request);
    }
  }

  private void ask(Context ctx, AuthorizationRequest request) {
    if (visitors.find(ctx).isEmpty() || request.forceLogin()) {
      String again = request.forceLogin() ? "&again=1" : "";
      LocalPath.go(ctx, SignInPage.PATH + "?next=" + encode(PATH + "?" + query(ctx)) + again);
      return;
    }
    if (!request.isOutOfBand()) SecurityHeaders.allowFormsTo(ctx, new Iri(request.redirectUri()));
    ctx.header("Cache-Control", "private, no-store");
    pages.show(
        ctx,
        Head.of(say("consent.head", request.application().name())).hidden(true),
        "consent",
        new View(
            request.application(), returns(request), Permission.of(request.scopes()), kept(ctx)));
  }

  private static String returns(AuthorizationRequest request) {
    if (request.isOutOfBand()) return "";
    Iri address = new Iri(request.redirectUri());
    return address.isWeb() ? address.host() : address.scheme() + ":";
  }

  private static Map<String, String> kept(Context ctx) {
    Map<String, String> kept = new LinkedHashMap<>();
    Parameters given = Parameters.of(ctx);
    for (String name : KEPT) {
      String value = given.text(name);
      if (value != null) kept.put(name, value);
    }
    return kept;
  }

  private static String query(Context ctx) {
    StringBuilder query = new StringBuilder();
    kept(ctx)
        .forEach((name, value) ->
            query
                .append(query.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(encode(value)));
    return query.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void refuse(Context ctx, String reason) {
    ctx.status(400);
    pages.show(
        ctx,
        Head.of(say("unusable.title")).hidden(true),
        "unusable",
        new Unusable(Words.now().refusal(reason)));
  }

  private void answer(Context ctx) {
    Visitor visitor = visitors.signedIn(ctx);
    switch (read(ctx)) {
      case AuthorizationRequest.Result.Unusable(String reason) -> refuse(ctx, reason);
      case AuthorizationRequest.Result.SentBack(String location) ->
          ctx.redirect(location, HttpStatus.SEE_OTHER);
      case AuthorizationRequest.Result.Valid(AuthorizationRequest request) ->
          answer(ctx, visitor, request);
    }
  }

  private void answer(Context ctx, Visitor visitor, AuthorizationRequest request) {
    boolean yes = "allow".equals(Parameters.of(ctx).text("decision"));
    ctx.header("Cache-Control", "private, no-store");
    if (!request.isOutOfBand())
      ctx.redirect(
          yes ? request.granted(grants.issue(request, visitor.account().id())) : request.denied(),
          HttpStatus.SEE_OTHER);
    else if (yes)
      pages.show(
          ctx,
          Head.of(say("code.title")).hidden(true),
          "code",
          new Code(request.application().name(), grants.issue(request, visitor.account().id())));
    else LocalPath.go(ctx, "/home");
  }
}

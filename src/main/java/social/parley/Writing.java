package social.parley;

import java.util.List;
import social.parley.accounts.Account;
import social.parley.accounts.AccountState;
import social.parley.accounts.Accounts;
import social.parley.actors.RemoteActors;
import social.parley.cards.Cards;
import social.parley.drafts.Drafts;
import social.parley.http.Endpoints;
import social.parley.mastodon.Views;
import social.parley.mastodon.cards.CardApi;
import social.parley.mastodon.cards.CardView;
import social.parley.mastodon.cards.LinkTimelineApi;
import social.parley.mastodon.oembed.OEmbedApi;
import social.parley.mastodon.scheduling.ScheduledApi;
import social.parley.mastodon.scheduling.ScheduledView;
import social.parley.mastodon.translations.TranslationsApi;
import social.parley.media.Media;
import social.parley.media.RemoteMedia;
import social.parley.posts.Posts;
import social.parley.scheduling.ScheduledPosts;
import social.parley.translations.PostTranslations;

/** What belongs to writing posts beside the posts themselves. */
record Writing(
    ScheduledPosts scheduled,
    Drafts drafts,
    Cards cards,
    Translating translations,
    PostTranslations postTranslations)
    implements AutoCloseable {

  static Writing of(
      Plumbing plumbing,
      RemoteActors remoteActors,
      Media media,
      RemoteMedia remoteMedia,
      Posts posts,
      Accounts accounts) {
    Translating translations = Translating.of(plumbing);
    return new Writing(
        new ScheduledPosts(
            plumbing.database(),
            plumbing.ids(),
            plumbing.clock(),
            plumbing.jobs(),
            media,
            posts,
            author ->
                accounts
                    .byActor(author)
                    .map(Account::state)
                    .filter(AccountState.ACTIVE::equals)
                    .isPresent()),
        new Drafts(plumbing.database(), plumbing.ids(), plumbing.clock()),
        new Cards(
            new Cards.Needs(
                plumbing.database(),
                plumbing.ids(),
                plumbing.clock(),
                plumbing.random(),
                plumbing.settings(),
                plumbing.jobs(),
                plumbing.fetcher(),
                remoteActors,
                remoteMedia,
                posts)),
        translations,
        new PostTranslations(posts, translations.door()));
  }

  /** Its part of the client API. */
  List<Endpoints> endpoints(Views views, Plumbing plumbing, Features features) {
    ScheduledView waiting = new ScheduledView(plumbing.database(), features.media(), views.media());
    return List.of(
        new ScheduledApi(views, scheduled, waiting),
        new LinkTimelineApi(
            views, plumbing.database(), cards, features.posts(), features.discovery().trends()),
        new CardApi(
            views.authorization(),
            features.posts(),
            new CardView(
                plumbing.database(),
                cards,
                features.actors(),
                views.accounts(),
                features.remoteMedia())),
        new OEmbedApi(plumbing.settings(), features.actors(), features.posts()),
        new TranslationsApi(views, postTranslations, translations.door()));
  }

  @Override
  public void close() {
    cards.close();
    translations.close();
  }
}

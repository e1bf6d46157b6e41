package social.parley;

import java.util.List;
import social.parley.filters.Filters;
import social.parley.http.Endpoints;
import social.parley.mastodon.Views;
import social.parley.mastodon.filters.FiltersApi;
import social.parley.mastodon.filters.OldFiltersApi;
import social.parley.posts.Posts;

/** What people arrange for themselves alone. */
record Personal(Filters filters) {

  static Personal of(Plumbing plumbing, Posts posts) {
    return new Personal(new Filters(plumbing.database(), plumbing.ids(), posts));
  }

  List<Endpoints> endpoints(Views views, Plumbing plumbing) {
    return List.of(
        new FiltersApi(views, filters, plumbing.clock()),
        new OldFiltersApi(views, filters, plumbing.clock()));
  }
}

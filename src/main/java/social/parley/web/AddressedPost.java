package social.parley.web;

import io.javalin.http.Context;
import social.parley.actors.Actor;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.posts.Post;
import social.parley.posts.Posts;

/** Finds the post that the address of a page names, under its author's name only. */
final class AddressedPost {
  private final Visitors visitors;
  private final People people;
  private final Posts posts;

  AddressedPost(Visitors visitors, People people, Posts posts) {
    this.visitors = visitors;
    this.people = people;
    this.posts = posts;
  }

  /** The post, as far as the visitor may see it. */
  Post of(Context ctx) {
    Post post = posts.seen(visitors.viewer(ctx), PostId.parse(ctx.pathParam("id")));
    Actor author = people.find(ctx.pathParam("name")).orElseThrow(Refused.NotFound::new);
    if (!author.id().equals(post.author())) throw new Refused.NotFound();
    return post;
  }
}

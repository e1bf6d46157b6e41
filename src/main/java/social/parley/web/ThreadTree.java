package social.parley.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import social.parley.core.PostId;
import social.parley.posts.Post;
import social.parley.web.ThreadView.Branch;

/** Answers as a tree that moves in only where a conversation parts, and not without end. */
final class ThreadTree {
  private static final int DEEPEST = 6;

  private final Map<PostId, List<PostView>> children = new HashMap<>();

  /** An answer whose own parent is not to be seen hangs on the top. */
  ThreadTree(PostId top, List<Post> below, Map<PostId, PostView> shown) {
    for (Post post : below) {
      PostView view = shown.get(post.id());
      if (view == null) continue;
      PostId parent = post.inReplyTo();
      PostId under = parent != null && shown.containsKey(parent) ? parent : top;
      children.computeIfAbsent(under, _ -> new ArrayList<>()).add(view);
    }
  }

  List<Branch> branches(PostId parent) {
    return branches(parent, 1);
  }

  private List<Branch> branches(PostId parent, int depth) {
    List<Branch> branches = new ArrayList<>();
    for (PostView first : answers(parent)) {
      List<PostView> straight = new ArrayList<>(List.of(first));
      PostView last = first;
      while (answers(last.id()).size() == 1) {
        last = answers(last.id()).getFirst();
        straight.add(last);
      }
      if (depth < DEEPEST) branches.add(new Branch(straight, branches(last.id(), depth + 1)));
      else {
        straight.addAll(all(last));
        branches.add(new Branch(straight, List.of()));
      }
    }
    return branches;
  }

  private List<PostView> answers(PostId parent) {
    return children.getOrDefault(parent, List.of());
  }

  /** Everything below a post, depth first. */
  private List<PostView> all(PostView top) {
    List<PostView> all = new ArrayList<>();
    Deque<PostView> open = new ArrayDeque<>(answers(top.id()));
    while (!open.isEmpty()) {
      PostView next = Objects.requireNonNull(open.poll());
      all.add(next);
      answers(next.id()).reversed().forEach(open::push);
    }
    return all;
  }
}

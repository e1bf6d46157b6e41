package social.parley.posts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.media.RemoteFile;

/**
 * A post ready to be stored, whoever wrote it. Its place in a thread is found when it is stored;
 * {@code files} are those of a remote post, while the files of a local one are in the post already.
 * It is {@code awaited} by what came before it and answers it.
 */
record NewPost(
    Post post,
    Actor author,
    List<Addressee> addressees,
    List<RemoteFile> files,
    @Nullable Poll poll,
    boolean arrivedNow,
    boolean awaited) {}

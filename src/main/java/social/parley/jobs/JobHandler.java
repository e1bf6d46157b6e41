package social.parley.jobs;

/**
 * Does the work of one kind of job, outside any transaction. It may be called again for work that
 * was already done, if the program stopped before that was noted. Whatever it throws means "later".
 */
@FunctionalInterface
public interface JobHandler<J> {
  void run(J payload) throws Exception;
}

package social.parley.fetch;

/** The reasons for coming back with nothing, shared by documents and files. */
public sealed interface Unfetched extends Fetched, Downloaded
    permits Fetched.Gone, Fetched.Missing, Fetched.Denied, Fetched.Unreachable, Fetched.Blocked {}

package social.parley.bench;

/** What a server answered. */
record Answer(int status, byte[] body) {}

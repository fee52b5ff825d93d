package city.rehearsal.client;

/** What a server said, as text, where it does not speak JSON. */
public record RawReply(int status, String body) {}

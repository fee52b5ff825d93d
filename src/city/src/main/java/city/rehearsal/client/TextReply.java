package city.rehearsal.client;

/** What a server said, as text, where it does not speak JSON. */
public record TextReply(int status, String body) {}

package city.rehearsal.client;

/** An HTTP answer with a text body. */
public record TextReply(int status, String body) {}

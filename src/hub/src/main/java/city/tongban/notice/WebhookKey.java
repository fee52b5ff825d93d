package city.tongban.notice;

/** One secret of a web-hook, and the name under which its signatures are known. */
@SuppressWarnings("ArrayRecordComponent") // held, never compared
record WebhookKey(String id, byte[] secret) {}

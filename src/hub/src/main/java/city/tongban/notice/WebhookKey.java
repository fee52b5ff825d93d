package city.tongban.notice;

/** One secret of a webhook, and the key id that its signatures carry. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WebhookKey(String id, byte[] secret) {}

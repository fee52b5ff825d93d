package city.tongban.notice;

/**
 * The right to push to one receiver, until its lease ends.
 *
 * @param number of this claim; what another one would write is not written
 * @param taken number of the last notice taken
 * @param tries failed ones of the next
 */
record PushLease(String receiver, String url, long number, long taken, int tries) {}

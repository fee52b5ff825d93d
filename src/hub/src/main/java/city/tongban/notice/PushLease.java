package city.tongban.notice;

/**
 * One node's right to push to one receiver, until its lease ends.
 *
 * @param number of this lease; a row is written only while it still holds this number
 * @param taken number of the last notice that the receiver accepted
 * @param tries failed pushes of the next notice
 */
record PushLease(String receiver, String url, long number, long taken, int tries) {}

package city.rehearsal.bench;

import java.net.URI;

/** One of the two that are measured: a program that takes messages in and carries them through. */
public interface MeasuredSystem {
  /** {@code b} for the bare pipe, {@code f} for the hub with everything on. */
  String name();

  /** Starts it, with its department, in processes and a folder of their own. */
  Running start() throws Exception;

  /** What runs. */
  interface Running extends AutoCloseable {
    URI door();

    String token();

    /** The next message, which nobody has sent before. */
    Sample message(int n);

    /** How many cases went all the way by now. */
    long done();

    /** The program's process; what it started counts as part of it. */
    ProcessHandle process();

    @Override
    void close();
  }

  /** A message's bytes and their type. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares or prints one
  record Sample(byte[] body, String contentType) {}
}

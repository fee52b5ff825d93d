package city.rehearsal.bench;

import java.net.URI;

/** One of the two measured systems: a program that takes messages and delivers them. */
public interface MeasuredSystem {
  /** {@code b} for the bare pipe, {@code f} for the full hub. */
  String name();

  /** Starts the system with its department, in processes and a folder of their own. */
  Running start() throws Exception;

  /** A started system. */
  interface Running extends AutoCloseable {
    URI door();

    String token();

    /** The n-th message, each with an id of its own. */
    Sample message(int n);

    /** How many cases have been delivered by now. */
    long done();

    /** The program's process; its child processes count as part of it. */
    ProcessHandle process();

    @Override
    void close();
  }

  /** A message body and its content type. */
  @SuppressWarnings("ArrayRecordComponent") // never compared or printed
  record Sample(byte[] body, String contentType) {}
}

package city.rehearsal.simulator.providentfund;

import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.Faults.Injection;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A caller's questions on one connection, one after the other, and the faults that befall them. */
record Exchange(Seal seal, Clerk clerk, Faults faults) {
  private static final int PATIENCE_MILLIS = 60_000;
  private static final long SILENCE_MILLIS = TimeUnit.MINUTES.toMillis(10);

  void serve(Socket caller) throws IOException, InterruptedException {
    caller.setSoTimeout(PATIENCE_MILLIS);
    DataInputStream in = new DataInputStream(new BufferedInputStream(caller.getInputStream()));
    try {
      while (true) {
        answer(Telegram.read(in), caller);
      }
    } catch (EOFException | NoTelegram e) {
      // hung up, or somebody who speaks something else: nobody is answered
    }
  }

  private void answer(Telegram question, Socket caller) throws IOException, InterruptedException {
    Optional<Injection> injection =
        Clerk.isQuestion(question.head().msgTp()) ? faults.onCall() : Optional.empty();
    if (injection.isEmpty()) {
      say(bytes(question, said(question)), caller);
    } else {
      struck(injection.get(), question, caller);
    }
  }

  private Said said(Telegram question) {
    Head head = question.head();
    String day = head.day();
    if (!head.snd().equals(Head.HUB) || !head.rcv().equals(Head.FUND)) {
      return clerk.refusal(head, "E301", "发送方或接收方未登记");
    }
    if (!question.sealed(seal)) {
      return clerk.refusal(head, "E301", "报文鉴别码错误");
    }
    if (!head.ver().equals(Head.VERSION)) {
      return clerk.refusal(head, "E302", "报文头版本不支持");
    }
    if (!day.matches("\\d{8}") || head.reqId().isEmpty()) {
      return clerk.refusal(head, "E303", "报文头字段错误");
    }
    try {
      return clerk.answer(head, question);
    } catch (Objection e) {
      return clerk.refusal(head, e.code(), String.valueOf(e.getMessage()));
    }
  }

  private byte[] bytes(Telegram question, Said said) {
    return bytes(question, said, said.document().getBytes(StandardCharsets.UTF_8));
  }

  private byte[] bytes(Telegram question, Said said, byte[] document) {
    return Telegram.write(head(question, said), document, seal);
  }

  private Head head(Telegram question, Said said) {
    return question.head().answered(said, seal.known(question.head().keyId()));
  }

  private void struck(Injection injection, Telegram question, Socket caller)
      throws IOException, InterruptedException {
    Head head = question.head();
    switch (injection.kind()) {
      case RESET -> cut(caller);
      case DOWN -> say(bytes(question, clerk.refusal(head, "9003", "系统维护")), caller);
      case BUSY -> say(bytes(question, clerk.refusal(head, "9002", "系统忙")), caller);
      case WRONG_CREDENTIAL -> say(bytes(question, clerk.refusal(head, "E301", "报文鉴别码错误")), caller);
      default -> afterwards(injection, question, said(question), caller);
    }
  }

  /** The question stands in the ledger; something happens to the answer. */
  private void afterwards(Injection injection, Telegram question, Said said, Socket caller)
      throws IOException, InterruptedException {
    switch (injection.kind()) {
      case LOST_ANSWER -> cut(caller);
      case SILENT -> TimeUnit.MILLISECONDS.sleep(SILENCE_MILLIS);
      case SLOW -> {
        TimeUnit.MILLISECONDS.sleep(injection.millis());
        say(bytes(question, said), caller);
      }
      case LENGTH_LIES -> {
        byte[] whole = bytes(question, said);
        // too long, and the line ends in the middle; too short, and the MAC is out of reach
        raw(injection.odd() ? whole.length + 100 : whole.length - 100, whole, caller);
        caller.close();
      }
      case OTHER_ID ->
          say(
              Telegram.write(
                  head(question, said).about("999999-20180702-000001/1"),
                  said.document().getBytes(StandardCharsets.UTF_8),
                  seal),
              caller);
      case WRONG_MAC -> say(Spoiler.otherMac(bytes(question, said)), caller);
      default ->
          say(bytes(question, said, Spoiler.document(injection.kind(), said.document())), caller);
    }
  }

  private static void say(byte[] telegram, Socket caller) throws IOException {
    raw(telegram.length, telegram, caller);
  }

  private static void raw(int length, byte[] telegram, Socket caller) throws IOException {
    byte[] digits = String.format(Locale.ROOT, "%08d", length).getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[digits.length + telegram.length];
    System.arraycopy(digits, 0, all, 0, digits.length);
    System.arraycopy(telegram, 0, all, digits.length, telegram.length);
    caller.getOutputStream().write(all);
    caller.getOutputStream().flush();
  }

  /** As when a firewall drops the line: no polite end. */
  private static void cut(Socket caller) throws IOException {
    caller.setSoLinger(true, 0);
    caller.close();
  }
}

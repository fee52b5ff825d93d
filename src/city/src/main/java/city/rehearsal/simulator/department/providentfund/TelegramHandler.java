package city.rehearsal.simulator.department.providentfund;

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

/** Answers the telegrams of one connection one after the other, well or as a fault says. */
record TelegramHandler(Mac mac, QuestionHandler questions, Faults faults) {
  private static final int IDLE_MILLIS_MAX = 60_000;
  private static final long SILENCE_MILLIS = TimeUnit.MINUTES.toMillis(10);

  void serve(Socket caller) throws IOException, InterruptedException {
    caller.setSoTimeout(IDLE_MILLIS_MAX);
    DataInputStream in = new DataInputStream(new BufferedInputStream(caller.getInputStream()));
    try {
      while (true) {
        answer(Telegram.read(in), caller);
      }
    } catch (EOFException | NotATelegramException e) {
      // the end of the connection, or another protocol, which gets no answer
    }
  }

  private void answer(Telegram question, Socket caller) throws IOException, InterruptedException {
    Optional<Injection> fault =
        QuestionHandler.isQuestion(question.head().msgTp()) ? faults.onCall() : Optional.empty();
    if (fault.isEmpty()) {
      send(bytes(question, answerTo(question)), caller);
    } else {
      withFault(fault.get(), question, caller);
    }
  }

  private Answer answerTo(Telegram question) {
    TelegramHeader head = question.head();
    String day = head.day();
    if (!head.snd().equals(TelegramHeader.HUB) || !head.rcv().equals(TelegramHeader.FUND)) {
      return questions.refusal(head, "E301", "发送方或接收方未登记");
    }
    if (!question.hasValidMac(mac)) {
      return questions.refusal(head, "E301", "报文鉴别码错误");
    }
    if (!head.ver().equals(TelegramHeader.VERSION)) {
      return questions.refusal(head, "E302", "报文头版本不支持");
    }
    if (!day.matches("\\d{8}") || head.reqId().isEmpty()) {
      return questions.refusal(head, "E303", "报文头字段错误");
    }
    try {
      return questions.answer(head, question);
    } catch (FundException e) {
      return questions.refusal(head, e.code(), String.valueOf(e.getMessage()));
    }
  }

  private byte[] bytes(Telegram question, Answer answer) {
    return bytes(question, answer, answer.document().getBytes(StandardCharsets.UTF_8));
  }

  private byte[] bytes(Telegram question, Answer answer, byte[] document) {
    return Telegram.write(head(question, answer), document, mac);
  }

  private TelegramHeader head(Telegram question, Answer answer) {
    return question.head().answered(answer, mac.known(question.head().keyId()));
  }

  private void withFault(Injection fault, Telegram question, Socket caller)
      throws IOException, InterruptedException {
    TelegramHeader head = question.head();
    switch (fault.kind()) {
      case RESET -> throw new IOException("fault: break before the question is taken");
      case DOWN -> send(bytes(question, questions.refusal(head, "9003", "系统维护")), caller);
      case BUSY -> send(bytes(question, questions.refusal(head, "9002", "系统忙")), caller);
      case WRONG_CREDENTIAL ->
          send(bytes(question, questions.refusal(head, "E301", "报文鉴别码错误")), caller);
      default -> withFaultAfter(fault, question, answerTo(question), caller);
    }
  }

  /** The question is in the journal; the fault is about the answer. */
  private void withFaultAfter(Injection fault, Telegram question, Answer answer, Socket caller)
      throws IOException, InterruptedException {
    switch (fault.kind()) {
      case LOST_ANSWER -> throw new IOException("fault: break after the question is taken");
      case SILENT -> TimeUnit.MILLISECONDS.sleep(SILENCE_MILLIS);
      case SLOW -> {
        TimeUnit.MILLISECONDS.sleep(fault.millis());
        send(bytes(question, answer), caller);
      }
      case LENGTH_LIES -> {
        byte[] whole = bytes(question, answer);
        // too long: the connection ends in the middle; too short: the MAC is cut off
        raw(fault.odd() ? whole.length + 100 : whole.length - 100, whole, caller);
        caller.close();
      }
      case OTHER_ID ->
          send(
              Telegram.write(
                  head(question, answer).about("999999-20180702-000001/1"),
                  answer.document().getBytes(StandardCharsets.UTF_8),
                  mac),
              caller);
      case WRONG_MAC -> send(AnswerMutation.otherMac(bytes(question, answer)), caller);
      default ->
          send(
              bytes(question, answer, AnswerMutation.document(fault.kind(), answer.document())),
              caller);
    }
  }

  private static void send(byte[] telegram, Socket caller) throws IOException {
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
}

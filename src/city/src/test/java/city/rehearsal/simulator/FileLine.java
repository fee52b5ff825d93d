package city.rehearsal.simulator;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A plain SFTP client before a department that takes files, and a look into its book. */
public final class FileLine {
  private static final Duration SOON = Duration.ofMinutes(2);
  private final Departments departments;
  private final String backEnd;

  public FileLine(Departments departments, String backEnd) {
    this.departments = departments;
    this.backEnd = backEnd;
  }

  /** What stands in the book under a delivery id. */
  public List<JsonNode> entries(String id) throws Exception {
    List<JsonNode> entries = new ArrayList<>();
    for (JsonNode entry : departments.book(backEnd)) {
      if (entry.get("deliveryId").asText().equals(id)) {
        entries.add(entry);
      }
    }
    return entries;
  }

  /** The file and its flag. */
  public void send(String name, byte[] file) {
    put("in/" + name, file);
    put("in/" + name + ".ok", new byte[0]);
  }

  /** A file of theirs, once it is whole. */
  public byte[] awaited(String path) {
    await().atMost(SOON).until(() -> there(path + ".ok"));
    return with(
        sftp -> {
          ByteArrayOutputStream read = new ByteArrayOutputStream();
          sftp.get(path, read);
          return read.toByteArray();
        });
  }

  public boolean there(String path) {
    return with(
        sftp -> {
          try {
            sftp.stat(path);
            return true;
          } catch (SftpException e) {
            return false;
          }
        });
  }

  public void put(String path, byte[] file) {
    with(
        sftp -> {
          sftp.put(new ByteArrayInputStream(file), path);
          return true;
        });
  }

  private interface Talk<T> {
    T over(ChannelSftp sftp) throws SftpException;
  }

  private <T> T with(Talk<T> talk) {
    try {
      Session session = session(Files.readString(departments.secrets().resolve(backEnd)));
      ChannelSftp sftp = (ChannelSftp) session.openChannel("sftp");
      sftp.connect();
      try {
        return talk.over(sftp);
      } finally {
        session.disconnect();
      }
    } catch (JSchException | SftpException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public Session session(String key) throws JSchException {
    URI address = departments.address(backEnd);
    JSch ssh = new JSch();
    ssh.addIdentity("hub", key.getBytes(StandardCharsets.US_ASCII), null, null);
    Session session = ssh.getSession("tongban", address.getHost(), address.getPort());
    session.setConfig("StrictHostKeyChecking", "no");
    session.setPassword("tongban");
    session.connect(10_000);
    return session;
  }
}

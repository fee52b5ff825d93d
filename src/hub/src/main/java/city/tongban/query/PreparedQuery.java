package city.tongban.query;

import city.tongban.canonical.CaseFile;
import city.tongban.canonical.CaseNumber;
import city.tongban.connector.Connector;
import city.tongban.connector.Service;
import city.tongban.mapping.MappedMessage;

/**
 * One query with its number, mapped and ready to be sent.
 *
 * @param mapped the message to send
 * @param tries the number of this try, from 1
 */
public record PreparedQuery(
    CaseFile file, Connector connector, Service service, MappedMessage mapped, int tries) {
  public CaseNumber number() {
    return file.number();
  }

  public String backEnd() {
    return connector.backEnd();
  }
}

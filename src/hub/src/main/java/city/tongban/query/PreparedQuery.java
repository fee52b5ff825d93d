package city.tongban.query;

import city.tongban.canonical.CaseFile;
import city.tongban.canonical.CaseNumber;
import city.tongban.connector.Connector;
import city.tongban.connector.Service;
import city.tongban.mapping.MappedMessage;

/**
 * One question with its number, mapped and ready to be asked.
 *
 * @param mapped what is sent
 * @param tries how often it is asked, with this time
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

package city.tongban.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import city.rehearsal.simulator.department.providentfund.FundClient;
import city.rehearsal.simulator.department.providentfund.FundClient.Heard;
import city.rehearsal.simulator.department.providentfund.FundSimulator;
import city.tongban.bundle.ShippedConnectors;
import city.tongban.connector.Connector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answers of the simulated provident fund, read by the hub's stylesheets. */
class ProvidentFundMappingTest {
  private static final String DAY = "20180702";
  private static final String ID = "310104-20180702-000482/1";
  private static final int ACCOUNT_FIELDS = 11;
  private static final int MONTHS = 6; // January to June
  private static final int FIELDS_PER_MONTH = 4;

  private final Connector connector = ShippedConnectors.with("provident-fund", Map.of());
  private final Mappings mappings = Mappings.forTools();
  private FundSimulator fund;
  private FundClient client;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    fund = new FundSimulator(folder);
    client = new FundClient(fund.address(), "K1", FundSimulator.SECRET);
  }

  @AfterEach
  void stop() throws Exception {
    fund.close();
  }

  @Test
  void anAccountIsMappedWithAllItsMonths() throws Exception {
    Heard account =
        client.ask(FundClient.ACCOUNT, DAY, ID, query("AcctQry", "<nd>2018</nd><cxyt>01</cxyt>"));

    assertThat(mappings.found(connector, "account", raw(account)).found())
        .hasSize(ACCOUNT_FIELDS + MONTHS * FIELDS_PER_MONTH);
  }

  @Test
  void aListOfBanksIsMapped() throws Exception {
    Heard banks =
        client.ask(FundClient.BANKS, DAY, ID, query("BkQry", "<xzqh>310104</xzqh><ywlx>01</ywlx>"));

    assertThat(mappings.found(connector, "banks", raw(banks)).found()).hasSizeGreaterThan(3);
  }

  @Test
  void aStatementOfTheDayIsMappedAndItsDigestAgrees() throws Exception {
    client.ask(FundClient.ACCOUNT, DAY, ID, query("AcctQry", "<nd>2018</nd><cxyt>01</cxyt>"));
    fund.clock("2018-07-02T18:30:00+08:00");

    Heard statement = client.ask(FundClient.STATEMENT, DAY, "S", "");

    assertThat(mappings.statement(connector, "statement", raw(statement)).whole()).isTrue();
  }

  private static RawMessage raw(Heard heard) {
    return new RawMessage(
        0, heard.document().getBytes(StandardCharsets.UTF_8), "application/xml; charset=UTF-8");
  }

  private static String query(String element, String fields) {
    return """
    <?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:gjj:std:01"><%1$s><GrpHdr>\
    <MsgId>%2$s</MsgId><CreDtTm>2018-07-02T08:30:00+08:00</CreDtTm><InstgPty>31010100201</InstgPty>\
    </GrpHdr><Qry><xingming>王䶮𠮷</xingming><zjlx>01</zjlx><zjhm>11010519491231002X</zjhm>%3$s\
    </Qry></%1$s></Document>\
    """
        .formatted(element, ID, fields);
  }
}

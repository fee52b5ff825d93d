package city.tongban.path;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.bundle.ShippedConnectors;
import city.tongban.connector.Connector;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The page of the contract says what the tests try, no more and no less. */
class ContractMatrixTest {
  private static final Path PAGE = Path.of("src/docs/contract-matrix.md");
  private static final Path MADE = Path.of("target/contract-matrix.md");

  /** What every connector must survive, whatever it speaks: here a gap is a mistake. */
  private static final Set<ContractCase> MUST =
      Set.of(
          ContractCase.SENT_TWICE,
          ContractCase.DOWN,
          ContractCase.SILENT,
          ContractCase.SLOW,
          ContractCase.RESET,
          ContractCase.CREDENTIAL,
          ContractCase.GARBLED,
          ContractCase.CHARSET,
          ContractCase.OVERSIZED);

  private final List<Connector> connectors = ShippedConnectors.at(Map.of()).all();
  private final ContractMatrix matrix =
      ContractMatrix.of(
          () ->
              new ClassFileImporter()
                  .importPackages("city.tongban.path").stream()
                      .<Class<?>>map(JavaClass::reflect)
                      .iterator());

  @Test
  void theContractMatrixPageIsUpToDate() throws IOException {
    String page = matrix.page(connectors);
    Files.createDirectories(MADE.getParent());
    Files.writeString(MADE, page);

    assertThat(PAGE).as("compare with " + MADE + ", and copy it").hasContent(page);
  }

  @Test
  void everyMandatoryContractCaseIsTestedForEachConnector() {
    for (Connector connector : connectors) {
      for (ContractCase must : MUST) {
        assertThat(matrix.tests(connector.backEnd(), must))
            .as("%s: %s", connector.backEnd(), must.shortly())
            .isNotEmpty();
      }
    }
  }

  @Test
  void everyBackEndNamedByATestExists() {
    assertThat(connectors).extracting(Connector::backEnd).containsAll(matrix.backEnds());
  }
}

package city.tongban.delivery;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

class DeliveryRouteStepsTest {
  private static final JavaClasses DELIVERY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("city.tongban.delivery");

  @Test
  void noOtherClassOfTheModuleSeesACamelExchange() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(DeliveryRouteSteps.class)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Exchange.class)
        .check(DELIVERY);
  }
}

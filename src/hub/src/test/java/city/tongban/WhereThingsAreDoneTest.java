package city.tongban;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.canonical.CanonicalRuleViolations;
import city.tongban.canonical.Ids;
import city.tongban.canonical.SafeXml;
import city.tongban.mapping.Mappings;
import city.tongban.replay.ReplayRuleViolations;
import city.tongban.support.RuleViolations;
import city.tongban.transport.rest.TransportRuleViolations;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Things that are done in one place only, so that they are done right: time, parsing, the wire. */
class WhereThingsAreDoneTest {
  private static final JavaClasses OURS =
      ArchConfiguration.withThreadLocalScope(WhereThingsAreDoneTest::productClasses);
  private static final JavaClasses WRONG =
      new ClassFileImporter()
          .importClasses(
              RuleViolations.class,
              CanonicalRuleViolations.class,
              ReplayRuleViolations.class,
              TransportRuleViolations.class);

  /**
   * The rules ask what a class calls and depends on, by name and by supertype. ArchUnit would also
   * read the libraries' classes behind each field, annotation and type argument, which takes most
   * of the time.
   */
  private static JavaClasses productClasses(ArchConfiguration configuration) {
    for (String unused : List.of("MemberTypes", "AnnotationTypes", "GenericSignatureTypes")) {
      configuration.setProperty(
          "import.dependencyResolutionProcess.maxIterationsFor" + unused, "0");
    }
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("city.tongban");
  }

  private static final Set<String> XML_FACTORIES =
      Set.of(
          "javax.xml.parsers.DocumentBuilderFactory",
          "javax.xml.parsers.SAXParserFactory",
          "javax.xml.stream.XMLInputFactory",
          "javax.xml.transform.TransformerFactory",
          "javax.xml.validation.SchemaFactory",
          "javax.xml.xpath.XPathFactory",
          "org.xml.sax.helpers.XMLReaderFactory");

  static Stream<Arguments> rules() {
    return Stream.of(
        rule(
            "the shared words and the life of a case are plain Java",
            noClasses()
                .that(resideInAnyPackage(module("canonical", "cases", "settlement")))
                .should()
                .dependOnClassesThat(
                    resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.springframework.jms..",
                        "jakarta.servlet..",
                        "jakarta.jms..",
                        "org.apache.."))),
        rule("XStream is left to CanonicalXml", only("com.thoughtworks..", "canonical")),
        rule(
            "Camel is used where a stage touches the wire",
            only(
                "org.apache.camel..",
                "api",
                "delivery",
                "query",
                "result",
                "transport",
                "bundle",
                "node",
                "bench")),
        rule(
            "JMS is used where a queue is read or filled",
            only("jakarta.jms..", "delivery", "transport", "node")),
        rule(
            "CXF is used at the ends of a SOAP call",
            only("org.apache.cxf..", "api", "transport", "security", "node", "simulator")),
        rule("a transport imports no other transport", noClasses().should(useAnotherTransport())),
        rule(
            "nothing that came over the wire is deserialised",
            noClasses()
                .should()
                .callCodeUnitWhere(
                    calls(
                        "read a serialised object",
                        call ->
                            (call.getName().equals("getObject")
                                    && call.getOwner().isAssignableTo("jakarta.jms.ObjectMessage"))
                                || (call.getName().equals("readObject")
                                    && call.getOwner()
                                        .isAssignableTo("java.io.ObjectInputStream"))))),
        rule(
            "SafeXml makes the XML parsers", // the simulators share no code: a fault would hide
            noClasses()
                .that(not(type(SafeXml.class).or(resideInAnyPackage(module("simulator")))))
                .should()
                .callCodeUnitWhere(
                    calls(
                        "make an XML factory",
                        call ->
                            XML_FACTORIES.contains(call.getOwner().getName())
                                && call.getName()
                                    .matches("new(Default)?(NS)?(Instance|Factory)|createXML.*")))),
        rule("Saxon is left to the mappings", only("net.sf.saxon..", "mapping")),
        rule( // the drill checks the hub's signatures and shares no code with it
            "BouncyCastle is used where something is sealed, signed or has a digest of a partner's",
            only(
                "org.bouncycastle..",
                "vault",
                "notice",
                "account",
                "mapping",
                "security",
                "transport",
                "client", // the keys and certificates of a rehearsal
                "drill",
                "simulator")),
        rule(
            "what leaves is sealed with a key, and only who sends nothing does without",
            noClasses()
                .that(
                    not(
                        resideInAnyPackage(module("kit", "bench", "replay"))
                            .or(type(Mappings.class))))
                .should()
                .callCodeUnitWhere(
                    calls(
                        "map without keys",
                        call ->
                            call.getOwner().isEquivalentTo(Mappings.class)
                                && call.getName().equals("forTools")))),
        rule(
            "what looks at recordings has nothing to send them with",
            noClasses()
                .that(resideInAnyPackage(module("replay")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.camel..", "jakarta.jms..", "java.net..")),
        rule(
            "the clock tells the time",
            noClasses()
                .that(
                    not(
                        resideInAnyPackage(module("clock", "cli", "client", "drill", "simulator"))
                            .or(type(Ids.class))))
                .should()
                .callCodeUnitWhere(calls("ask the machine for the time", Machine::time))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void ourClassesKeepTheRule(ArchRule rule) {
    rule.allowEmptyShould(true).check(OURS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void aClassThatBreaksTheRuleIsFound(ArchRule rule) {
    assertThat(rule.allowEmptyShould(true).evaluate(WRONG).hasViolation()).isTrue();
  }

  /** What asks the operating system for the time, whatever it calls itself. */
  private static final class Machine {
    static boolean time(CodeUnitCallTarget call) {
      String owner = call.getOwner().getName();
      boolean ownClock =
          call.getRawParameterTypes().stream().anyMatch(p -> p.getName().equals("java.time.Clock"));
      return (owner.startsWith("java.time.") && call.getName().equals("now") && !ownClock)
          || (owner.equals("java.time.Clock") && call.getName().startsWith("system"))
          || (owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis"))
          || (owner.equals("java.util.Date")
              && call.getName().equals("<init>")
              && call.getRawParameterTypes().isEmpty());
    }
  }

  private static ArchCondition<JavaClass> useAnotherTransport() {
    return new ArchCondition<>("use another transport") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency use : type.getDirectDependenciesFromSelf()) {
          String from = transport(use.getOriginClass());
          String to = transport(use.getTargetClass());
          boolean another = !from.isEmpty() && !to.isEmpty() && !to.equals(from);
          // "queue" is no transport: it is what amqp and jms share
          events.add(
              new SimpleConditionEvent(type, another && !to.equals("queue"), use.getDescription()));
        }
      }
    };
  }

  private static String transport(JavaClass type) {
    Matcher transport =
        Pattern.compile("city\\.tongban\\.transport\\.(\\w+)").matcher(type.getPackageName());
    return transport.matches() ? transport.group(1) : "";
  }

  private static Arguments rule(String name, ArchRule rule) {
    return Arguments.of(Named.of(name, rule.as(name)));
  }

  private static ArchRule only(String library, String... modules) {
    return noClasses()
        .that(not(resideInAnyPackage(module(modules))))
        .should()
        .dependOnClassesThat(resideInAnyPackage(library));
  }

  private static DescribedPredicate<JavaClass> not(DescribedPredicate<? super JavaClass> other) {
    return DescribedPredicate.not(other).forSubtype();
  }

  private static String[] module(String... names) {
    return Stream.of(names).map(name -> "city.tongban." + name + "..").toArray(String[]::new);
  }

  private static DescribedPredicate<JavaCall<?>> calls(
      String what, Predicate<CodeUnitCallTarget> calls) {
    return describe(what, call -> calls.test(call.getTarget()));
  }
}

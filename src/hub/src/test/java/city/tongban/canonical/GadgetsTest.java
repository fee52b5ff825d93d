package city.tongban.canonical;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The types by which XStream was broken into, from its own advisories. What counts is that none is
 * made, wherever it stands.
 */
class GadgetsTest {
  private static final String CASE = CanonicalXml.write(Samples.caseFile());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.beans.EventHandler",
        "java.lang.ProcessBuilder",
        "java.lang.Runtime",
        "java.util.PriorityQueue",
        "java.util.concurrent.ConcurrentSkipListMap",
        "java.util.HashMap",
        "java.util.Hashtable",
        "java.util.HashSet",
        "java.util.TreeMap",
        "java.util.ServiceLoader",
        "java.util.Scanner",
        "java.net.URL",
        "java.io.File",
        "java.io.FileInputStream",
        "java.lang.ClassLoader",
        "java.security.SignedObject",
        "java.rmi.registry.Registry",
        "javax.imageio.spi.FilterIterator",
        "javax.imageio.ImageIO$ContainsFilter",
        "javax.naming.InitialContext",
        "javax.naming.ldap.Rdn$RdnEntry",
        "javax.script.ScriptEngineManager",
        "javax.activation.DataHandler",
        "javax.swing.UIDefaults$LazyValue",
        "javax.sql.rowset.BaseRowSet",
        "com.sun.rowset.JdbcRowSetImpl",
        "com.sun.org.apache.xalan.internal.xsltc.trax.TemplatesImpl",
        "com.sun.org.apache.bcel.internal.util.ClassLoader",
        "com.sun.xml.internal.ws.client.sei.SEIStub",
        "com.sun.jndi.rmi.registry.BindingEnumeration",
        "jdk.nashorn.internal.objects.NativeString",
        "sun.rmi.registry.RegistryImpl_Stub",
        "org.apache.commons.collections.functors.InvokerTransformer",
        "org.codehaus.groovy.runtime.MethodClosure",
        "org.springframework.aop.support.DefaultBeanFactoryPointcutAdvisor",
        "org.hibernate.engine.spi.TypedValue",
        "sorted-set",
        "tree-map",
        "dynamic-proxy",
        "serializable"
      })
  void noGadgetIsMade(String type) {
    String element = type.replace("$", "_-");

    for (String xml :
        new String[] {
          "<" + element + "/>",
          CASE.replace("<applicant>", "<applicant class='" + type + "'>"),
          CASE.replace("<materials>", "<materials><" + element + "/>"),
          CASE.replace("<item>", "<" + element + "/><item>")
        }) {
      assertThatThrownBy(() -> CanonicalXml.read(xml))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal ->
                  org.assertj.core.api.Assertions.assertThat(refusal.problem().code())
                      .isEqualTo("HUB-9001"));
    }
  }
}

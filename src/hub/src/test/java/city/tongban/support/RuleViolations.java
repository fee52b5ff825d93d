package city.tongban.support;

import city.tongban.mapping.Mappings;
import com.thoughtworks.xstream.XStream;
import jakarta.jms.ObjectMessage;
import java.time.LocalDate;
import javax.xml.parsers.DocumentBuilderFactory;
import net.sf.saxon.s9api.Processor;
import org.apache.camel.CamelContext;
import org.apache.cxf.Bus;
import org.bouncycastle.crypto.digests.SM3Digest;

/** Breaks every rule of {@code WhereThingsAreDoneTest}; is read by it and never run. */
public abstract class RuleViolations {
  XStream xstream;
  CamelContext camel;
  Bus cxf;
  Processor saxon;
  SM3Digest digest;

  Object deserialise(ObjectMessage message) throws Exception {
    return message.getObject();
  }

  DocumentBuilderFactory parser() {
    return DocumentBuilderFactory.newInstance();
  }

  Mappings unsealed() {
    return Mappings.forTools();
  }

  LocalDate today() {
    return LocalDate.now();
  }
}

/**
 * Reads the source of a new connector (a sample, an OpenAPI file, an XSD, a WSDL or a CSV file)
 * into one {@link city.tongban.kit.source.ServiceContract}, whatever its language.
 */
@NullMarked
package city.tongban.kit.source;

import org.jspecify.annotations.NullMarked;

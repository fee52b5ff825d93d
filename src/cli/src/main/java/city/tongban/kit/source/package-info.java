/**
 * What a partner gives us to begin with (a sample, an OpenAPI, an XSD, a WSDL, a sheet), read into
 * one {@link city.tongban.kit.source.ServiceContract} whatever its language.
 */
@NullMarked
package city.tongban.kit.source;

import org.jspecify.annotations.NullMarked;

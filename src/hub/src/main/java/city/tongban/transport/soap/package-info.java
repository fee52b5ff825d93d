/** SOAP 1.1 over HTTP: signed documents, plain documents, or documents as text. */
@NullMarked
package city.tongban.transport.soap;

import org.jspecify.annotations.NullMarked;

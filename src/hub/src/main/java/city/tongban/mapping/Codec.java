package city.tongban.mapping;

import net.sf.saxon.s9api.XdmNode;

/** Converts a back-end's documents between text and the tree that stylesheets read and write. */
interface Codec {
  /** Extension of its schema files. */
  String schemas();

  MessageSchema gate(String path, String code);

  /** Validates and parses the back-end's text. */
  XdmNode read(String text, MessageSchema gate);

  /** Serialises and validates the tree that a stylesheet made. */
  String write(XdmNode tree, MessageSchema gate);
}

package city.tongban.mapping;

import net.sf.saxon.s9api.XdmNode;

/** How a partner writes its documents, between text and the tree that sheets see. */
interface Codec {
  /** Extension of its schema files. */
  String schemas();

  MessageSchema gate(String path, String code);

  /** Their text, through the gate, as a tree. */
  XdmNode read(String text, MessageSchema gate);

  /** The tree that a sheet made, as their text; the gate has seen it. */
  String write(XdmNode tree, MessageSchema gate);
}

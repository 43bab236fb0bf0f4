internal import CLibXML2

/// Owns a parsed document of libxml2 until its values are copied out.
@safe struct LibXML2Document: ~Copyable {
  private let document: xmlDocPtr

  /// Set once for the process: whatever libxml2 is asked for beyond the bytes in hand, it gets
  /// nothing.
  private static let setUp: Void = {
    xmlInitParser()
    unsafe xmlSetExternalEntityLoader { _, _, _ in nil }
  }()

  init(html bytes: [UInt8]) throws(MarkupFailure) {
    Self.setUp
    guard let context = unsafe htmlNewParserCtxt() else { throw Self.outOfMemory }
    defer { unsafe htmlFreeParserCtxt(context) }
    // IGNORE_ENC: the bytes are UTF-8 already, whatever a <meta> says.
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_NODEFDTD.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    let parsed = unsafe bytes.withUnsafeBytes { buffer in
      unsafe htmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count),
        nil, "UTF-8", Int32(options))
    }
    guard let parsed = unsafe parsed else {
      throw MarkupFailure(.empty, "holds no element")
    }
    // Beyond 256 levels libxml2 stops and gives back what it has so far: text would be lost
    // without a word.
    if unsafe context.pointee.disableSAX != 0
      || context.pointee.lastError.code == Int32(XML_ERR_INTERNAL_ERROR.rawValue)
    {
      let line = unsafe Int(context.pointee.lastError.line)
      unsafe xmlFreeDoc(parsed)
      throw Self.tooDeep(line: line)
    }
    unsafe document = parsed
  }

  init(xml bytes: [UInt8]) throws(MarkupFailure) {
    Self.setUp
    guard let context = unsafe xmlNewParserCtxt() else { throw Self.outOfMemory }
    defer { unsafe xmlFreeParserCtxt(context) }
    let options =
      XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue
      | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    let parsed = unsafe bytes.withUnsafeBytes { buffer in
      unsafe xmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count),
        nil, "UTF-8", Int32(options))
    }
    guard let parsed = unsafe parsed else {
      let error = unsafe context.pointee.lastError
      let line = unsafe Int(error.line)
      if unsafe error.code == Int32(XML_ERR_INTERNAL_ERROR.rawValue) {
        throw Self.tooDeep(line: line)
      }
      var message = unsafe error.message.map { unsafe String(cString: $0) } ?? "unknown"
      while let last = message.last, last.isWhitespace { message.removeLast() }
      throw MarkupFailure(
        .malformed, "is not well-formed XML: \(message)", line: line,
        hints: ["is the file complete?"])
    }
    unsafe document = parsed
  }

  deinit { unsafe xmlFreeDoc(document) }

  /// Copies the document into values.
  func tree(limits: MarkupLimits) throws(MarkupFailure) -> MarkupElement {
    guard let root = unsafe xmlDocGetRootElement(document) else {
      throw MarkupFailure(.empty, "holds no element")
    }
    return try unsafe Self.element(root, depth: 1, limits: limits)
  }

  private static func element(
    _ node: xmlNodePtr, depth: Int, limits: MarkupLimits
  ) throws(MarkupFailure) -> MarkupElement {
    let line = unsafe max(0, Int(xmlGetLineNo(node)))
    if depth > limits.depth { throw tooDeep(line: line) }
    var children: [MarkupNode] = []
    var next = unsafe node.pointee.children
    while let child = unsafe next {
      switch unsafe child.pointee.type {
      case XML_ELEMENT_NODE:
        children.append(.element(try unsafe element(child, depth: depth + 1, limits: limits)))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        children.append(.text(unsafe string(child.pointee.content)))
      case XML_ENTITY_REF_NODE:
        throw MarkupFailure(
          .entities, "uses the entity &\(unsafe string(child.pointee.name)); which it may not",
          line: line)
      default:
        break
      }
      unsafe next = child.pointee.next
    }
    return MarkupElement(
      name: unsafe string(node.pointee.name), attributes: unsafe attributes(of: node),
      children: children, line: line)
  }

  private static func attributes(of node: xmlNodePtr) -> [MarkupElement.Attribute] {
    var attributes: [MarkupElement.Attribute] = []
    var next = unsafe node.pointee.properties
    while let attribute = unsafe next {
      let value = unsafe xmlNodeListGetString(node.pointee.doc, attribute.pointee.children, 1)
      attributes.append(
        MarkupElement.Attribute(
          name: unsafe string(attribute.pointee.name), value: unsafe string(value)))
      unsafe cw_xml_free(value)
      unsafe next = attribute.pointee.next
    }
    return attributes
  }

  private static func string(_ characters: UnsafePointer<xmlChar>?) -> String {
    guard let characters = unsafe characters else { return "" }
    return unsafe String(cString: characters)
  }

  private static let outOfMemory = MarkupFailure(.tooLarge, "needs more memory than there is")

  private static func tooDeep(line: Int) -> MarkupFailure {
    MarkupFailure(
      .tooDeep, "nests elements deeper than \(MarkupLimits().depth) levels", line: line,
      hints: ["is this the document as published?"])
  }
}

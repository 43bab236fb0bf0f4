internal import Markup

extension SourceDocument {
  private struct Blocks: Sendable { let list: [TextBlock] }

  /// The blocks of a web page; none of anything else.
  var pageBlocks: [TextBlock] {
    guard case .page(let root) = content else { return [] }
    return memo.value { Blocks(list: HTMLBlocks.blocks(of: root)) }.list
  }

  /// The document as a page of NCSC's site; nil when it is no web page.
  var ncscPage: NCSCPage? {
    guard case .page(let root) = content else { return nil }
    return memo.value { NCSCPage(root, blocks: pageBlocks) }
  }

  /// What a web page is that no importer knows; nil when it is no web page.
  var pageKind: PageKind? {
    guard case .page(let root) = content else { return nil }
    return memo.value { PageKind(root, blocks: pageBlocks) }
  }
}

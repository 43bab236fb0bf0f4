internal import Diagnostics

/// What servers send in place of a document, in forms that are no page.
enum ServerAnswer {
  /// `<Error><Code>AccessDenied</Code>…`, as stores of files answer.
  static func isError(xml text: String) -> Bool {
    let head = text.utf8.prefix(512)
    return String(decoding: head, as: UTF8.self).contains("<Error>")
  }

  /// An object that says nothing but that something went wrong, as interfaces answer.
  static func isError(json text: String) -> Bool {
    let head = String(decoding: text.utf8.prefix(2048), as: UTF8.self)
    return text.utf8.count < 2048
      && ["\"message\"", "\"error\"", "\"errors\""].contains(where: head.contains)
  }

  /// A line or two that say no more than the number of an error.
  static func isError(lines: [String]) -> Bool {
    let said = lines.lazy.map(FoldedText.fold).filter { !$0.isEmpty }.prefix(4)
    guard said.count < 4, let first = said.first, first.utf8.count < 80 else { return false }
    let number = first.split { !$0.isNumber }.first.flatMap { Int($0) } ?? 0
    return first.first?.isNumber == true && (400...599).contains(number)
  }

  static func refusal(fileName: String) -> Refusal {
    Refusal(
      "import-error-page", "is a server's error message, not the document",
      at: SourceLocation(file: fileName),
      hints: ["look for the document at its publisher, and fetch it again"])
  }
}

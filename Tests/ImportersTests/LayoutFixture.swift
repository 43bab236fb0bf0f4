/// Writes the XML that `pdftohtml` makes of a PDF, for fixtures in own words.
enum LayoutFixture {
  /// The size and height of each font, by its number.
  static let fonts: [(size: Int, height: Int)] = [
    (15, 22), (26, 37), (20, 29), (30, 44), (54, 60), (9, 13),
  ]

  /// A document with the pages' lines of text, top to bottom or not.
  static func document(_ pages: [[String]]) -> String {
    var xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE pdf2xml SYSTEM "pdf2xml.dtd">

      <pdf2xml producer="poppler" version="22.12.0">

      """
    for (index, lines) in pages.enumerated() {
      xml += """
        <page number="\(index + 1)" position="absolute" top="0" left="0" height="1263" width="893">

        """
      if index == 0 {
        for (id, font) in fonts.enumerated() {
          xml +=
            "\t<fontspec id=\"\(id)\" size=\"\(font.size)\" family=\"A+B\" color=\"#000000\"/>\n"
        }
      }
      xml += lines.joined(separator: "\n") + "\n</page>\n"
    }
    return xml + "</pdf2xml>\n"
  }

  /// A piece of text; marks for bold are a part of it.
  static func text(_ top: Int, _ left: Int, _ font: Int, _ content: String) -> String {
    """
    <text top="\(top)" left="\(left)" width="\(content.count * 6)" \
    height="\(fonts[font].height)" font="\(font)">\(content)</text>
    """
  }

  /// A point of a list: the bullet and the text beside it.
  static func point(_ top: Int, _ content: String) -> String {
    text(top, 135, 0, "<b>&gt;</b>") + "\n" + text(top, 142, 0, " ") + "\n"
      + text(top, 162, 0, content)
  }
}

/// The XML that `pdftohtml` makes of a document of the Guidelines' shape, in own words: running
/// heads and page numbers, headings that come last in the stream, raised footnote digits, bullets
/// in larger type on two levels, a list over a page's end, words parted at line ends.
enum GuidelinesFixture {
  static let xml = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE pdf2xml SYSTEM "pdf2xml.dtd">

    <pdf2xml producer="poppler" version="22.12.0">
    <page number="1" position="absolute" top="0" left="0" height="1262" width="892">
    \t<fontspec id="0" size="33" family="A+B" color="#011d49"/>
    \t<fontspec id="1" size="15" family="A+B" color="#011d49"/>
    \t<fontspec id="2" size="9" family="A+B" color="#011d49"/>
    \t<fontspec id="3" size="18" family="A+B" color="#011d49"/>
    \(text(150, 43, 0, "<b>Guidelines for secure AI system development</b>"))
    \(text(300, 43, 1, "1. Secure plans ........ 2"))
    </page>
     link to page 2 <page number="2" position="absolute" top="0" left="0" height="1262" width="892">
    \(text(164, 43, 1, "This section is about plans."))
    \(text(272, 55, 1, "<b>Know what you </b>"))
    \(text(290, 55, 1, "<b>build</b>"))
    \(text(326, 55, 1, "Builders know the thing. They know it well, even the non-"))
    \(text(344, 55, 1, "human parts"))
    \(text(346, 121, 2, "7"))
    \(text(344, 127, 1, ". They use knowledge, meta- "))
    \(text(362, 55, 1, "or other, with secu-"))
    \(text(380, 55, 1, "rity in mind and security in view. For example:"))
    \(text(413, 58, 3, "<b> &gt;</b>"))
    \(text(416, 77, 1, "they ask, for example:"))
    \(text(449, 130, 3, "<b> &gt;</b>"))
    \(text(452, 149, 1, "the maker of the"))
    \(text(470, 149, 1, "parts"))
    \(text(73, 43, 0, "<b>1. Secure plans</b>"))
    \(furniture(2))
    </page>
    <page number="3" position="absolute" top="0" left="0" height="1262" width="892">
    \(text(164, 130, 3, "<b> &gt;</b>"))
    \(text(167, 149, 1, "the seller"))
    \(text(203, 58, 3, "<b> &gt;</b>"))
    \(text(206, 77, 1, "they look"))
    \(text(242, 55, 1, "Last comes a line after the list."))
    \(text(400, 55, 1, "They say what may break."))
    \(text(360, 55, 1, "<b>Tell the users</b>"))
    \(furniture(3))
    </page>
    <page number="4" position="absolute" top="0" left="0" height="1262" width="892">
    \(text(200, 55, 1, "<b>Keep watch</b>"))
    \(text(236, 55, 1, "They watch &amp; they see."))
    \(text(300, 55, 1, "<b>Share</b>"))
    \(text(336, 55, 1, "They share."))
    \(text(73, 43, 0, "<b>2. Secure work</b>"))
    \(furniture(4))
    </page>
    <page number="5" position="absolute" top="0" left="0" height="1262" width="892">
    \(text(73, 43, 0, "<b>Notes</b>"))
    \(text(200, 55, 1, "7. A note."))
    \(furniture(5))
    </page>
    </pdf2xml>
    """

  private static func furniture(_ page: Int) -> String {
    text(13, 44, 1, "<b>Guidelines for secure AI system development</b>") + "\n"
      + text(1183, 427, 1, "0\(page)")
  }

  private static func text(_ top: Int, _ left: Int, _ font: Int, _ content: String) -> String {
    let heights = [48, 22, 13, 26]
    let width = content.count * 6
    return """
      <text top="\(top)" left="\(left)" width="\(width)" height="\(heights[font])" \
      font="\(font)">\(content)</text>
      """
  }
}

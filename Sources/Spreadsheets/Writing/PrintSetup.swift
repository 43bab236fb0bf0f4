/// How a sheet prints: always on A4.
public struct PrintSetup: Sendable, Hashable {
  /// Whether the paper lies.
  public var isLandscape: Bool
  /// How many pages wide it is at most; 0: as many as it needs.
  public var pagesWide: Int
  /// What stands at the left of each foot.
  public var footLeft: String
  /// What stands in the middle of each foot; the page number stands at the right.
  public var footCentre: String
  /// The columns from the left that stand on every page.
  public var repeatedColumns: Int

  /// Makes a setup.
  public init(
    isLandscape: Bool = true, pagesWide: Int = 1, footLeft: String = "", footCentre: String = "",
    repeatedColumns: Int = 0
  ) {
    self.isLandscape = isLandscape
    self.pagesWide = pagesWide
    self.footLeft = footLeft
    self.footCentre = footCentre
    self.repeatedColumns = repeatedColumns
  }

  /// The foot in the format's own notation: in text of any origin an ampersand would start a code.
  var footer: String {
    "&L&8\(Self.escaped(footLeft))&C&8\(Self.escaped(footCentre))&R&8Page &P of &N"
  }

  /// At most 80 characters, so that the whole foot stays below the format's bound of 255.
  private static func escaped(_ text: String) -> String {
    let clean = CellText.fitted(text).map { $0.isNewline ? " " : $0 }
    let cut = clean.count > 80 ? clean.prefix(79) + ["…"] : clean[...]
    // A blank before, because a digit would become part of the size.
    return " " + String(cut).replacing("&", with: "&&")
  }
}

import TestSupport
import Testing

/// The colours of the pages, as WCAG 2.2 measures them: 4.5 to 1 for text, 3 to 1 for what bounds a
/// shape that says something.
@Suite struct ContrastTests {
  /// The colours by name, of the light and of the dark scheme.
  private func schemes(_ file: String) throws -> [[String: [Double]]] {
    let css = String(decoding: try #require(PackageFiles.bytes(file)), as: UTF8.self)
    return css.split(separator: ":root {", omittingEmptySubsequences: false).dropFirst().prefix(2)
      .map { block in
        var colours: [String: [Double]] = [:]
        for line in block.split(separator: "}")[0].split(separator: ";") {
          let parts = line.split(separator: ":")
          guard parts.count == 2, let hash = parts[1].firstIndex(of: "#") else { continue }
          let name = parts[0].filter { !$0.isWhitespace }
          colours[String(name)] = rgb(parts[1][parts[1].index(after: hash)...])
        }
        return colours
      }
  }

  private func rgb(_ hex: Substring) -> [Double] {
    var digits: [Double] = []
    for digit in hex { if let value = digit.hexDigitValue { digits.append(Double(value)) } }
    guard digits.count == 6 else { return digits.map { (digit: Double) in digit / 15 } }
    var channels: [Double] = []
    for start in [0, 2, 4] { channels.append((digits[start] * 16 + digits[start + 1]) / 255) }
    return channels
  }

  private func luminance(_ colour: [Double]) -> Double {
    let linear = colour.map { channel -> Double in
      if channel <= 0.04045 { return channel / 12.92 }
      return power((channel + 0.055) / 1.055)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// To the power of 2.4, which is the fifth root of the twelfth power.
  private func power(_ base: Double) -> Double {
    var twelfth = 1.0
    for _ in 0..<12 { twelfth *= base }
    var root = 1.0
    for _ in 0..<200 {
      let fourth = root * root * root * root
      guard fourth > 0 else { return 0 }
      root -= (fourth * root - twelfth) / (5 * fourth)
    }
    return root
  }

  private func ratio(_ first: [Double], _ second: [Double]) -> Double {
    let (a, b) = (luminance(first), luminance(second))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test func knownRatio() {
    #expect(abs(ratio([1, 1, 1], [0, 0, 0]) - 21) < 0.01)
    #expect(abs(ratio(rgb("767676"), rgb("fff")) - 4.54) < 0.01)
  }

  @Test(arguments: [
    "Sources/Exporters/Page/Assets/page.css", "Sources/Exporters/Board/Assets/board.css",
  ])
  func textCanBeRead(_ file: String) throws {
    let schemes = try schemes(file)
    #expect(schemes.count == 2)
    let pairs = [
      ("ink", "paper"), ("soft", "paper"), ("ink", "ground"), ("soft", "ground"),
      ("link", "paper"), ("link", "ground"), ("met", "met-b"), ("part", "part-b"),
      ("miss", "miss-b"), ("ask", "ask-b"), ("res", "res-b"), ("na", "na-b"), ("ink", "h2"),
    ]
    for colours in schemes {
      for (text, ground) in pairs {
        guard let front = colours["--\(text)"], let back = colours["--\(ground)"] else { continue }
        #expect(ratio(front, back) >= 4.5, "\(text) on \(ground): \(ratio(front, back))")
      }
      #expect(colours.count > 8)
    }
  }

  @Test func shapesCanBeTold() throws {
    for colours in try schemes("Sources/Exporters/Page/Assets/page.css") {
      for (shape, ground) in [
        ("c-assured", "paper"), ("c-claimed", "paper"), ("c-plan", "paper"), ("focus", "paper"),
        ("c-assured", "c-claimed"),
      ] {
        let front = try #require(colours["--\(shape)"])
        let back = try #require(colours["--\(ground)"])
        #expect(ratio(front, back) >= 3, "\(shape) on \(ground): \(ratio(front, back))")
      }
    }
  }
}

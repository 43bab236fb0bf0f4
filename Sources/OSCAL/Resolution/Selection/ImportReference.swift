/// Where an import leads.
enum ImportReference {
  /// The paths that an import may mean, best first: its own, or those of the resource that it
  /// names with `#uuid`. Relative to the folder of the first profile.
  static func paths(of href: String, in profile: OSCALProfile, at path: String) -> [String] {
    guard href.hasPrefix("#") else { return href.isEmpty ? [] : [joined(path, href)] }
    let id = String(href.dropFirst())
    let resources = profile.backMatter?.resources ?? []
    guard let resource = resources.first(where: { $0.uuid == id }) else { return [] }
    return resource.rlinks.map { joined(path, $0.href) }
  }

  /// `href` as seen from the folder of `base`, without `.` and `..` as far as they go away.
  static func joined(_ base: String, _ href: String) -> String {
    guard !href.contains("://"), !href.hasPrefix("/") else { return href }
    let folder = base.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let bare = href.prefix { $0 != "#" && $0 != "?" }
    var parts: [Substring] = []
    for part in folder + bare.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case ".": continue
      case "..":
        if let last = parts.last, last != "..", !last.isEmpty {
          parts.removeLast()
        } else {
          parts.append(part)
        }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}

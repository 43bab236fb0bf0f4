public import Diagnostics

/// Turns an OSCAL profile into the catalog that it describes (NIST, *OSCAL Profile Resolution*).
///
/// There is a folder for each phase of the specification:
///
///     OSCALProfile ─ Selection ─► [ControlSelection] ─ Merge ─► ResolvedBody ─ Modify ─► ResolvedBody
///                                                               ─ Result ─► OSCALCatalog
///
/// Where the specification leaves a choice, `docs/oscal.md` says what was chosen.
public struct ProfileResolver {
  /// Gives the document at a path, which is relative to the folder of the first profile.
  public typealias Source = (_ path: String) throws(Refusal) -> OSCALDocument

  private let source: Source
  private(set) var problems: [Diagnostic] = []

  /// What has been read already, or why it cannot be: profiles import the same catalog again and
  /// again.
  private var known: [String: Result<OSCALDocument, Refusal>] = [:]
  /// What may still be looked at: a control counts for one, an import for twenty.
  private var budget = Self.controlLimit

  /// Controls that all imports of a profile together may have, each as often as it is imported.
  static let controlLimit = 200_000
  /// Changes times controls: each change looks for what it changes.
  static let changeLimit = 20_000_000

  /// Profiles import profiles no deeper than this.
  static let depthLimit = 32

  private init(source: @escaping Source) { self.source = source }

  /// Resolves a profile.
  ///
  /// An import that cannot be followed, or that leads back to a profile that is being resolved, is
  /// left out and told as a warning, as the specification asks.
  ///
  /// - Parameters:
  ///   - profile: the profile.
  ///   - path: its file name, to which its imports are relative.
  ///   - source: gives what it imports.
  public static func resolve(
    _ profile: OSCALProfile, path: String, source: @escaping Source
  ) -> ProfileResolution {
    var resolver = ProfileResolver(source: source)
    let catalog = resolver.resolve(profile, path: path, above: [])
    return ProfileResolution(catalog: catalog, diagnostics: resolver.problems)
  }

  private mutating func resolve(
    _ profile: OSCALProfile, path: String, above: [String]
  ) -> OSCALCatalog {
    var selections: [ControlSelection] = []
    var controls = 0
    for directive in profile.imports {
      guard budget > 0 else { break }
      // One that leads nowhere costs as well: it is told, each time that its profile is imported.
      let found = catalog(of: directive, in: profile, path: path, above: above)
      let count = found.map { OSCALCatalogCounts($0.catalog).controls } ?? 0
      budget -= 20 + count
      controls += count
      guard budget > 0 else {
        refuse(
          "imports more than \(Self.controlLimit) controls in all", path, directive.origin,
          hint: "does it import the same catalogs or profiles again and again?")
        break
      }
      guard let (name, catalog) = found else { continue }
      let selector = ControlSelector(directive)
      for id in selector.unknown(in: catalog) {
        warn(
          "profile-unknown-control", "selects '\(id)', which \(name) does not have",
          path, directive.origin)
      }
      selections.append(ControlSelection(catalog, name: name, by: selector))
    }
    let body = MergePhase.merge(selections, by: profile.merge)
    var modification = ModifyPhase(body)
    let changes =
      (profile.modify?.setParameters.count ?? 0) + (profile.modify?.alters.count ?? 0)
    if changes * controls <= Self.changeLimit {
      modification.apply(profile.modify)
    } else {
      refuse(
        "makes \(changes) changes and imports \(controls) controls, more than can be carried out",
        path,
        profile.imports.first?.origin, hint: "select fewer controls, or split the profile")
    }
    for (summary, origin) in body.idle + modification.idle {
      warn("profile-idle", summary, path, origin)
    }
    return ResolvedCatalog.catalog(
      of: profile, path: path, body: modification.body, selections: selections)
  }

  private mutating func refuse(
    _ summary: String, _ path: String, _ origin: OSCALOrigin?, hint: String
  ) {
    problems.append(
      Diagnostic(
        .error, id: "profile-too-large", summary,
        at: SourceLocation(file: path, line: origin?.line ?? 0), hints: [hint]))
  }

  /// The document that a reference leads to, read once.
  private mutating func document(of reference: ImportReference) throws(Refusal) -> OSCALDocument {
    if let result = known[reference.path] { return try result.get() }
    let result: Result<OSCALDocument, Refusal>
    do throws(Refusal) {
      result = .success(try reference.document(from: source))
    } catch {
      result = .failure(error)
    }
    known[reference.path] = result
    return try result.get()
  }

  // MARK: Imports

  /// What an import leads to, as a catalog; nil where it leads nowhere.
  private mutating func catalog(
    of directive: OSCALImport, in profile: OSCALProfile, path: String, above: [String]
  ) -> (name: String, catalog: OSCALCatalog)? {
    let candidates = ImportReference.candidates(of: directive.href, in: profile, at: path)
    guard !candidates.isEmpty else {
      warn(
        "profile-import",
        "imports '\(directive.href)', which is no resource of it with a link or a document in it",
        path, directive.origin)
      return nil
    }
    var reasons: [String] = []
    for reference in candidates {
      let candidate = reference.path
      if candidate == path || above.contains(candidate) {
        warn(
          "profile-circular", "imports \(candidate), which leads back to itself: left out", path,
          directive.origin)
        return nil
      }
      do throws(Refusal) {
        switch try document(of: reference) {
        case .catalog(let catalog): return (candidate, catalog)
        case .profile(let imported):
          guard above.count < Self.depthLimit else {
            reasons.append("\(candidate): profiles import profiles too deeply")
            continue
          }
          return (candidate, resolve(imported, path: candidate, above: above + [path]))
        case .mappingCollection: reasons.append("\(candidate) is a mapping collection")
        }
      } catch {
        reasons += Self.reasons(of: error, at: candidate)
      }
    }
    warn(
      "profile-import", "imports '\(directive.href)', which cannot be read: left out", path,
      directive.origin,
      hints: reasons + ["put the file beside the profile, or name it in the same command"])
    return nil
  }

  private static func reasons(of refusal: Refusal, at path: String) -> [String] {
    refusal.diagnostics.map { problem in
      let place = problem.location.map { "\($0): " } ?? "\(path): "
      return place + problem.summary
    }
  }

  private mutating func warn(
    _ id: String, _ summary: String, _ path: String, _ origin: OSCALOrigin, hints: [String] = []
  ) {
    problems.append(
      Diagnostic(
        .warning, id: id, summary, at: SourceLocation(file: path, line: origin.line), hints: hints))
  }
}

/// A resolved profile.
public struct ProfileResolution: Sendable, Hashable {
  /// The catalog that the profile describes.
  public var catalog: OSCALCatalog
  /// What could not be followed, and what had no effect; warnings.
  public var diagnostics: [Diagnostic]
}

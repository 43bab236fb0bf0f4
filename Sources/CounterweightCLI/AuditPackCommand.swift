internal import ArgumentParser
internal import Exporters
internal import Workspace

struct AuditPackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit-pack", abstract: "Verifies audit packs, and makes keys to sign them.",
    subcommands: [AuditPackVerifyCommand.self, AuditPackKeyCommand.self])
}

struct AuditPackVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Proves that an audit pack is intact and that its reports follow from its inputs.",
    usage: "counterweight audit-pack verify <file> [--key <file>]",
    discussion: """
      Compares the digest of every file with the manifest, checks the signature, scores \
      the packed assessment again with the packed catalogs and mappings, and compares \
      every report byte by byte. Exit code 1 when anything differs.

      A signature says who vouches for the pack only if you know the key: name it with \
      --key. It opens nothing but the file, and trusts nothing outside it.
      """)

  @Argument(help: ArgumentHelp("The audit pack.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("The public key that must have signed it.", valueName: "file"))
  var key: String?

  func run() throws {
    let publicKey = try key.map { try SigningKey.readPublic($0) }
    let cleaning = CleanEnd.afterInterruption()
    defer { withExtendedLifetime(cleaning) {} }
    Progress.show("Reading and scoring what is packed …")
    let verification = try AuditPackVerification.verify(file, publicKey: publicKey)
    let manifest = verification.manifest
    Console.print(
      TextLayout.folded(
        Console.clean("\(manifest.organisation), as of \(manifest.asOf)"), indent: 0))
    Console.print(
      "made by version \(Console.clean(manifest.program)), \(signature(verification, publicKey))")
    Console.show(verification.problems)
    guard verification.problems.isEmpty else {
      if manifest.program != Version.text {
        Console.note("This is version \(Version.text): reports may differ because of that.")
      }
      Console.print("not verified: \(TextLayout.counted(verification.problems.count, "problem"))")
      throw ExitStatus.no
    }
    Console.print(
      "intact: \(manifest.files.count) of \(manifest.files.count) files as they were packed")
    Console.print(
      "reports: \(verification.reports) of \(verification.reports) follow from the inputs")
    if !manifest.evidence.isEmpty {
      let names = manifest.evidence.map { "\($0.id) (\($0.state))" }.joined(separator: ", ")
      Console.print(
        TextLayout.folded(
          Console.clean("not shown by a file that was recorded: \(names)"), indent: 2))
    }
  }

  private func signature(_ verification: AuditPackVerification, _ expected: String?) -> String {
    guard verification.isSigned else { return "not signed" }
    guard let signer = verification.signedBy else { return "without a valid signature" }
    let name = "\(signer.prefix(16))…"
    guard let expected else {
      return "signed by key \(name), which was compared with none of yours"
    }
    return signer == expected ? "signed by your key \(name)" : "signed by another key, \(name)"
  }
}

struct AuditPackKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Makes an Ed25519 key that signs audit packs.",
    usage: "counterweight audit-pack key --out <file>",
    discussion: """
      Writes the secret key into the file, readable by you only, and the public key into \
      the file with .pub behind its name. Keep the secret key off the machines that you \
      share; give the public key to your auditors, by another way than the packs.
      """)

  @Option(help: ArgumentHelp("The file of the secret key.", valueName: "file"))
  var out: String

  func run() throws {
    let key = try SigningKey.make(at: out)
    Console.print("secret key: \(Console.clean(out))")
    Console.print("public key: \(Console.clean(out)).pub (\(key.publicKey))")
  }
}

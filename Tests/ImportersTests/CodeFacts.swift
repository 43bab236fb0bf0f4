import FoundationEssentials

/// What `facts/dsit.json` says about the Code.
struct CodeFacts: Decodable {
  var documents: [Document]

  struct Document: Decodable {
    var id: String
    var sections: [Section] = []

    private enum CodingKeys: String, CodingKey { case id, sections }

    /// The other documents of the file have other fields.
    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      id = try container.decode(String.self, forKey: .id)
      guard id == "dsit-ai-cop-2025" else { return }
      sections = try container.decode([Section].self, forKey: .sections)
    }
  }

  struct Section: Decodable {
    var id: String
    var title: String?
    var principles: [Principle]?
  }

  struct Principle: Decodable {
    var id: String
    var title: String
    var appliesToRaw: String?
    var references: [String]?
    var provisions: [Provision]?
  }

  struct Provision: Decodable {
    var id: String
    var parent: String?
    var principle: String
    var modality: String
    var secondaryModalities: [Secondary]?
    var modalVerb: String
    var appliesTo: [String]
    var summary: String
    var textSha256: String?

    struct Secondary: Decodable {
      var level: String
    }
  }

  static func sections() throws -> [Section] {
    let data = Data(try SharedFolder.bytes("facts/dsit.json"))
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let facts = try decoder.decode(CodeFacts.self, from: data)
    return facts.documents.first { $0.id == "dsit-ai-cop-2025" }?.sections ?? []
  }
}

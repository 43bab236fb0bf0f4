import ControlModel
import Exporters
import Scoring

/// The example with markup of every sort in every text that a user can write.
enum HostileLab {
  static let texts = [
    "<script>document.title='owned'</script>", "\"><img src=x onerror=alert(1)>",
    "' onfocus='alert(1)", "</style><script>alert(1)</script>", "javascript:alert(1)",
    "<!-- ", "]]>", "&lt;b&gt;", "\u{202E}evil", "a\u{0}b", "| a | b |", "[x](javascript:alert(1))",
    "@everyone #1 https://example.com www.example.com", "```\n# heading", "</details>",
  ]

  static func result(_ text: String) -> AssessmentResult {
    var input = ExampleLab.input
    input.assessment.organisation = text
    input.assessment.system = text
    input.assessment.contexts = input.assessment.contexts.map {
      var context = $0
      context.title = text
      context.summary = text
      return context
    }
    input.assessment.answers = input.assessment.answers.map {
      var answer = $0
      answer.owner = text
      answer.supplier = text
      answer.notes = text
      answer.finding.rationale = text
      answer.finding.value = answer.finding.value.map { _ in text }
      return answer
    }
    input.assessment.evidence = input.assessment.evidence.map {
      var piece = $0
      piece.title = text
      piece.kind = text
      piece.file = text
      piece.url = text
      return piece
    }
    input.assessment.determinations = input.assessment.determinations.map {
      var decision = $0
      decision.rationale = text
      decision.approver = text
      return decision
    }
    input.assessment.targets = input.assessment.targets.map {
      var target = $0
      target.statement = text
      target.because = text
      return target
    }
    input.practices = input.practices.map {
      var practice = $0
      practice.title = text
      practice.description = text
      practice.owner = text
      return practice
    }
    input.pairs = input.pairs.mapValues { pairs in
      pairs.map {
        var pair = $0
        pair.pair.rationale = text
        return pair
      }
    }
    input.catalogs = input.catalogs.map { catalog in
      var catalog = catalog
      catalog.title = text
      catalog.publisher = text
      catalog.caveat = text
      catalog.attribution = text
      catalog.groups = catalog.groups.map {
        var group = $0
        group.title = text
        return group
      }
      catalog.controls = catalog.controls.map {
        var control = $0
        control.title = text
        control.statement = text
        control.notes = [text]
        return control
      }
      return catalog
    }
    return Scorer.score(input)
  }
}

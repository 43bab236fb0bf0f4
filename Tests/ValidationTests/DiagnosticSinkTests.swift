import Diagnostics
import Testing

@Suite("Problems without end are counted")
struct DiagnosticSinkTests {
  private func sink(_ numbers: [(Severity, Int)]) -> DiagnosticSink {
    var sink = DiagnosticSink()
    for (severity, number) in numbers {
      for index in 0..<number {
        sink.add(
          Diagnostic(
            severity, id: "x", "number \(index)", at: SourceLocation(file: "f", line: index + 1)))
      }
    }
    return sink
  }

  private func total(_ sink: DiagnosticSink, _ severity: Severity) -> Int {
    sink.diagnostics.filter { $0.severity == severity }.reduce(0) { $0 + $1.number }
  }

  @Test("up to the limit all are kept, and beyond it their number", arguments: [0, 1, 1000, 5000])
  func counts(_ number: Int) {
    let sink = sink([(.warning, number), (.error, number)])
    #expect(sink.diagnostics.count == 2 * min(number, 1000) + (number > 1000 ? 2 : 0))
    #expect(total(sink, .error) == number)
    #expect(total(sink, .warning) == number)
    #expect(sink.errorCount == number)
    #expect(sink.hasErrors == (number > 0))
    #expect(sink.keepsMore() == (number < 1000))
    if number > 1000 {
      let rest = sink.diagnostics.last { $0.severity == .error }
      #expect(rest?.summary == "\(number - 1000) more errors from here on, not told one by one")
      #expect(rest?.location == SourceLocation(file: "f", line: 1001))
    }
  }

  @Test("what a sink only counted counts in the next one too")
  func joins() {
    var all = sink([(.error, 700)])
    all.add(contentsOf: sink([(.error, 3000)]))
    all.add(contentsOf: sink([(.error, 10)]).diagnostics)
    #expect(total(all, .error) == 3710)
    #expect(all.errorCount == 3710)
    #expect(all.diagnostics.count == 1001)
  }

  @Test("warnings without end do not hide an error")
  func keepsErrors() {
    let sink = sink([(.warning, 4000), (.error, 1)])
    #expect(sink.diagnostics.count { $0.severity == .error && $0.summary == "number 0" } == 1)
  }
}

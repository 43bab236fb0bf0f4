import OSCAL
import Testing

@Suite struct RoundTripTests {
  /// XML keeps every character, white space too.
  @Test(arguments: 0..<40) func xmlKeepsAll(seed: UInt64) throws {
    var random = RandomOSCAL(seed: seed)
    let document = OSCALDocument.catalog(random.catalog())
    let reading = try OSCALReader.read(OSCALWriter.bytes(document, form: .xml), file: "a.xml")
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.document.folded == document.folded)
    #expect(reading.document.merged == document.merged)
  }

  /// JSON and YAML keep everything but white space in prose.
  @Test(arguments: 0..<40) func dataKeepsAll(seed: UInt64) throws {
    var random = RandomOSCAL(seed: seed)
    let document = OSCALDocument.catalog(random.catalog())
    for form in [OSCALForm.json, .yaml] {
      let bytes = OSCALWriter.bytes(document, form: form)
      let reading = try OSCALReader.read(bytes, file: "a")
      #expect(reading.form == form)
      #expect(reading.diagnostics.isEmpty)
      #expect(reading.document.folded == document.folded, "\(form)")
      #expect(OSCALWriter.bytes(reading.document, form: form) == bytes, "the same bytes again")
    }
  }
}

extension OSCALDocument {
  /// Neighbouring texts become one when they are read, so they are compared after one reading.
  var merged: OSCALDocument {
    let bytes = OSCALWriter.bytes(self, form: .xml)
    return (try? OSCALReader.read(bytes, file: "").document) ?? self
  }
}

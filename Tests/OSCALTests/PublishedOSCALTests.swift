import OSCAL
import Testing

@Suite(.enabled(if: SharedOSCAL.isPresent, "no published documents beside the project"))
struct PublishedOSCALTests {
  static let xml = [
    "catalogs/NIST_SP-800-53_rev4_catalog.xml",
    "catalogs/NIST_SP-800-53_rev5_MODERATE-baseline-resolved-profile_catalog.xml",
    "catalogs/NIST_SP-800-53_rev5_MODERATE-baseline_profile.xml",
    "profile-resolution/modify-adds_profile.xml",
    "profile-resolution/merge-keep_profile.xml",
    "profile-resolution/catalogs/abc-full_catalog.xml",
  ]

  /// Written and read again, and by way of the other forms, it stays the same.
  @Test(arguments: xml) func goesThroughEveryForm(path: String) throws {
    let first = try OSCALReader.read(try SharedOSCAL.bytes(path), file: path)
    let copy = OSCALWriter.bytes(first.document, form: .xml)
    #expect(try OSCALReader.read(copy, file: path).document == first.document)
    for form in OSCALForm.allCases {
      let other = OSCALWriter.bytes(first.document, form: form)
      let again = try OSCALReader.read(other, file: path)
      #expect(again.form == form)
      #expect(again.diagnostics.isEmpty)
      #expect(again.document.folded == first.document.folded, "\(form)")
    }
  }

  /// NIST's own three files of one catalog hold the same.
  @Test func readsTheThreeFormsAlike() throws {
    let folder = "catalogs/NIST_SP-800-53_rev4_catalog"
    let xml = try OSCALReader.read(try SharedOSCAL.bytes("\(folder).xml"), file: "xml").document
    let json = try OSCALReader.read(try SharedOSCAL.bytes("\(folder)-min.json"), file: "json")
    let yaml = try OSCALReader.read(try SharedOSCAL.bytes("\(folder).yaml"), file: "yaml")
    #expect(json.document == yaml.document)
    #expect(json.document.folded == xml.folded)
  }
}

import ControlModel
import NativeFormats
import TestSupport
import Testing

@Suite struct MappingSetRoundTripTests {
  @Test func everyShippedSetComesBackAsItWas() throws {
    let sets = ShippedLibrary.current.sets.values
    #expect(!sets.isEmpty)
    for set in sets {
      let written = Array(MappingSetFormat.encode(set).utf8)
      let read = try MappingSetFormat.decode(written, file: "x.yaml")
      #expect(withoutOrigins(read) == withoutOrigins(set))
    }
  }

  private func withoutOrigins(_ set: MappingSet) -> MappingSet {
    var set = set
    set.origin = Origin()
    for index in set.pairs.indices { set.pairs[index].origin = Origin() }
    return set
  }
}

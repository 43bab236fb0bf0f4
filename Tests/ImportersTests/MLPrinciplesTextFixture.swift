/// The plain text that `pdftotext -layout` makes of a document of the Machine learning principles'
/// shape, in own words: known titles over one line and two, a title page before a part, running heads
/// and feet, goals, measures between blank lines, and a list of links that names the parts again.
enum MLPrinciplesTextFixture {
  static let layout = """
    Machine learning
    principles
    \u{0C}Contents

       Part 1: Secure design................................................ 3

            1.1 Raise awareness of ML threats and risks..................... 3

       2                                            National Cyber Security Centre
    \u{0C}Part 1: Secure design
    \u{0C}Machine learning principles




       Part 1: Secure design
       This part is about plans.


       1.2 Model the threats to your system
       Goals:

           >    You know what the thing is for, and
                what it is not for.
           >    You know who may harm it

       Why is this important?
       Whoever does not know what a thing is for cannot say when it does wrong, and harm goes
       unseen until it is too late. Think of

           >    the makers
           >    the users



       3                                            National Cyber Security Centre
    Machine learning principles




       Dangers grow.

       How could this principle be implemented?
       Draw a map of dangers

       You draw a map, and show it to all who have a part in the thing, so that each of them can add
       what he knows of it; the work is never done, since dangers change from week to week and the



       4                                            National Cyber Security Centre
    Machine learning principles




       Office has to be told. You use words such as self-
       made, and lists:

           >    names
           >    places

       Ask others

       They know more.


       Part 2: Secure development
       This part is about work.


       2.4 Choose a model that maximises security and
       performance
       Goals

           >    The choice has reasons.

       Why is this principle important?
       Choices last.

       Compare models

       Two are better than one.



       5                                            National Cyber Security Centre
    Machine learning principles




       Further reading
       These are links. Note that:

           >    some are old.

       Part 1: Secure design
       https://example.org/one
       A paper.

       Part 2: Secure development
       https://example.org/two
       Another paper.

    """

  /// Without `-layout`: the goals' bullets and lines stand apart.
  static let plain = layout.replacing(
    """
           >    You know what the thing is for, and
                what it is not for.
           >    You know who may harm it
    """,
    with: """
      >

      You know what the thing is for, and

      >
      >

      what it is not for.
      You know who may harm it
      """
  ).split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }
    .joined(separator: "\n")
}

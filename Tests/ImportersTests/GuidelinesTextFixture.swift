/// The plain text that `pdftotext` makes of a document of the Guidelines' shape, in own words: known
/// titles, contents and a summary that name them too, running heads and page numbers, markers fused
/// to words, words parted at line ends, and the points of 1.3 on two levels over a page's end.
enum GuidelinesTextFixture {
  /// With `-layout`: bullets stand before their points.
  static let layout =
    front
      + """
      \u{0C}Guidelines for secure AI system development



      1. Secure design

      This section is about plans, which the makers of a thing draw up before they begin to make it.



       Raise staff awareness of threats and risks

       Leaders know dangers, and those who work with data tell them of new ones every week4. They meet
       often.

       Design your system for security as well as functionality and performance

       You are sure of the task5. You look at each choice, meta-
       or other. For example:

      >    you look at the chain of makers before you take a part from it, for
           example:

                  >   you train a new thing, or you take one that others have made and that is open to
                      all
                  >   the maker is looked at, and asked about the way in which he goes about his own work
                      and safety
                  >   a library is looked at (so that no thing is loaded that may do harm to the one that
                      loads it6)
                  >   what comes from others is scanned and kept apart from all that is of worth to users
                      and makers



                                                  09
      \u{0C}Guidelines for secure AI system development



                  >   what goes out is held back
                  >   what comes in is cleaned before anything learns from it or is shown to another user
                      of the thing

      >    the work follows the usual ways

      >    acts are held in check

      >    users are told what to do, for example:

                  >   answers give nothing away to those who should not have it and who may ask again and
                      again
                  >   rails are in place
                  >   calls are held to a rate
                  >   the safe way is the usual way
                  >   rights are few
                  >   dangers are named to users, who have to agree before the thing does what they asked
                      it to do

       More about this is written elsewhere, and all of it should be read by those who choose a thing.



                                                  10
      \u{0C}Guidelines for secure AI system development



      2. Secure development

      This section is about work.

       Secure your supply chain

       You know your makers.
      \(back)
      """

  /// Without it: bullets stand above each other, and their texts behind them.
  static let plain =
    front
      + """
      \u{0C}Guidelines for secure AI system development

      1. Secure design
      This section is about plans, which the makers of a thing draw up before they begin to make it.

      Raise staff awareness of threats and risks
      Leaders know dangers, and those who work with data tell them of new ones every week4. They meet
      often.

      Design your system for security as well as functionality and performance
      You are sure of the task5. You look at each choice, metaor other. For example:

      >

      you look at the chain of makers before you take a part from it, for
      example:

      >
      >
      >
      >

      you train a new thing, or you take one that others have made and that is open to
      all
      the maker is looked at, and asked about the way in which he goes about his own work
      and safety
      a library is looked at (so that no thing is loaded that may do harm to the one that
      loads it6)
      what comes from others is scanned and kept apart from all that is of worth to users
      and makers

      09

      \u{0C}Guidelines for secure AI system development

      >
      >

      what goes out is held back
      what comes in is cleaned before anything learns from it or is shown to another user
      of the thing

      >

      the work follows the usual ways

      >

      acts are held in check

      >

      users are told what to do, for example:

      >
      >
      >
      >
      >
      >

      answers give nothing away to those who should not have it and who may ask again and
      again
      rails are in place
      calls are held to a rate
      the safe way is the usual way
      rights are few
      dangers are named to users, who have to agree before the thing does what they asked
      it to do

      More about this is written elsewhere, and all of it should be read by those who choose a thing.

      10

      \u{0C}Guidelines for secure AI system development

      2. Secure development
      This section is about work.

      Secure your supply chain
      You know your makers.
      \(back)
      """

  private static let front = """
    Guidelines for secure AI
    system development

    \u{0C}Guidelines for secure AI system development

    Contents
    1. Secure design..........................9
    2. Secure development....................12

    07

    \u{0C}Guidelines for secure AI system development

    1. Secure design

    A summary of plans.

    2. Secure development

    A summary of work.

    >
    >

    be open
    be kind

    08

    """

  private static let back = """


                                                11
    \u{0C}Guidelines for secure AI system development

    Further reading
    A book
    It tells of many things.

    12

    \u{0C}Guidelines for secure AI system development

    Notes
    4. A note of weeks.
    5. A note of tasks.
    6. A note of loads.

    """
}

/// A document of the Code's shape in own words: numbers with and without a full stop, a nested
/// provision, a fused footnote digit, a principle without role line, loose references.
enum CodeFixture {
  static let text = """
    Code of Practice Principles

    Secure Design

    Principle 1: Tell people what can go wrong

    Primarily applies to: System Operators, Developers, and Data Custodians

    [AAA 2022, BBB 2023, Some List (of Things)].

    1.1.   The firm’s lessons shall speak of AI, and version 1.2 of them shall be kept up to date.

    1.1.1 Lessons should fit the person who hears them, such as builders of AI-related tools.

    1.2.  Builders shall hear about new attacks.5

    Principle 2: Think of safety when you draw the plans and of what the system has to do
    Primarily applies to: Developers

    [AAA 2022], CCC, DDD 2024]

    2.1 Developers shall write down why they build a thing (see the annex).6 If others build it, they shall ask them.

    2.2: Developers should look at parts that they buy. Developers may share what they find.

    Secure Deployment

    Principle 3: Words for those who use it, and for those whom it touches besides
    As a part of all this, people should also think of testing before they start.

    3.1 System Operators shall say what becomes of data.

    3.2 System Operators may offer help to End-users, when 3.1 has been done.
    """

  static let bytes = Array(text.utf8)
}

import DisplayText

/// The locale that widths are measured in, for every test of this target.
enum UTF8Locale {
    private static let isThere = DisplayText.adoptUTF8()

    /// Call it first in a suite's `init`.
    static func adopt() { precondition(isThere, "the tests need a UTF-8 locale: C.UTF-8 or en_US.UTF-8") }
}

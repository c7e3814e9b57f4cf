#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension DisplayText {
    /// Takes the locale of the environment for the process: how the C library and ncurses measure and encode characters, and the language of
    /// libpq's words. Numbers, times and order stay those of C. Call it before anything is measured, while there is one thread: a process
    /// starts in the C locale, in which nothing but ASCII can be drawn.
    ///
    /// A UTF-8 locale that is named and not installed (usual over ssh) would leave the C locale too: then characters alone are taken from
    /// one that is there.
    public static func adoptLocale() {
        if setlocale(LC_CTYPE, "") == nil, asksForUTF8 { adoptUTF8() }
        setlocale(LC_MESSAGES, "")
    }

    /// Takes a UTF-8 locale for characters whatever the environment says, for tests and output of a fixed encoding.
    /// - Returns: false where the system has none; nothing is changed then.
    @discardableResult
    public static func adoptUTF8() -> Bool {
        let names: [String] = ["C.UTF-8", "en_US.UTF-8"]
        return names.contains { setlocale(LC_CTYPE, $0) != nil }
    }

    /// Whether the locale can draw more than ASCII: whether a box-drawing character has a width.
    public static var isUnicode: Bool { Unicode.Scalar(0x2500 as UInt16)?.terminalWidth == 1 }

    private static var asksForUTF8: Bool {
        let variables: [String] = ["LC_ALL", "LC_CTYPE", "LANG"]
        let values = variables.map { variable in getenv(variable).map { String(cString: $0) } ?? "" }
        let name = values.first { !$0.isEmpty }?.lowercased() ?? ""
        return name.hasSuffix("utf-8") || name.hasSuffix("utf8")
    }
}

/// A statement of a .env file that does not count, without its text: that may hold a password.
struct DotEnvDefect: Equatable {
    /// The line where the statement's first character stands.
    let line: Int
    /// The line python-dotenv names: where the white space before the statement begins.
    let statementLine: Int
    /// The DB_* names that occur in it: what it probably meant to set.
    let mentions: Set<DatabaseVariable>

    init(line: Int, statementLine: Int, text: ArraySlice<UInt32>) {
        self.line = line
        self.statementLine = statementLine
        let shown = String(String.UnicodeScalarView(text.map { Unicode.Scalar($0) ?? "\u{FFFD}" }))
        self.mentions = Set(DatabaseVariable.allCases.filter { shown.contains($0.rawValue) })
    }
}

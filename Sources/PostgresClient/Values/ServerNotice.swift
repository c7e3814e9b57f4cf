/// Something the server said without being asked: a warning, or its last words.
public struct ServerNotice: Sendable, Hashable {
    /// WARNING, NOTICE, FATAL ... in English whatever the server's language.
    public let severity: String
    public let sqlState: String?
    public let message: String
    public let detail: String?
    public let hint: String?

    public init(severity: String, sqlState: String? = nil, message: String, detail: String? = nil, hint: String? = nil) {
        self.severity = severity
        self.sqlState = sqlState
        self.message = message
        self.detail = detail
        self.hint = hint
    }

    /// Whether the server ends the session with these words. Of the crash of another session's process (57P02) it merely warns.
    var isFatal: Bool { severity == "FATAL" || severity == "PANIC" || sqlState == "57P02" }
}

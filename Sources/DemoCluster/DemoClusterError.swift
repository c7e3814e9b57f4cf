/// Why a throw-away server cannot be had, in words for the person at the terminal. Holds no password.
public struct DemoClusterError: Error, Sendable, CustomStringConvertible {
    /// What failed, one sentence.
    public var message: String
    /// What to try, or nil where nothing better than the message is known.
    public var hint: String?

    public init(_ message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }

    public var description: String { hint.map { "\(message)\n\($0)" } ?? message }
}

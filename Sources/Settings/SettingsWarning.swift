internal import DisplayText

/// Something in the settings that was set aside while the rest counts. Never holds a value that may be secret.
public struct SettingsWarning: Sendable, Hashable, CustomStringConvertible {
    /// The path of a file, or `environment`, `command line`, or the name of a built-in theme.
    public let source: String
    /// Counted from 1.
    public let line: Int?
    /// Counted from 1, in Unicode scalars.
    public let column: Int?
    public let message: String
    /// What to do about it.
    public let advice: String?

    public init(source: String, line: Int? = nil, column: Int? = nil, message: String, advice: String? = nil) {
        self.source = source
        self.line = line
        self.column = column
        self.message = message
        self.advice = advice
    }

    /// `path:line:column: message; advice`, fit for a screen.
    public var description: String { settingsMessage(source, line, column, message, advice) }
}

/// Settings that make going on senseless: bad usage, or a value without which the connection would go somewhere else.
///
/// The command line's exit status for it is 3.
public struct SettingsError: Error, Sendable, Hashable, CustomStringConvertible {
    public let source: String
    public let line: Int?
    public let column: Int?
    public let message: String
    public let advice: String?

    public init(source: String, line: Int? = nil, column: Int? = nil, message: String, advice: String? = nil) {
        self.source = source
        self.line = line
        self.column = column
        self.message = message
        self.advice = advice
    }

    public var description: String { settingsMessage(source, line, column, message, advice) }
}

private func settingsMessage(_ source: String, _ line: Int?, _ column: Int?, _ message: String, _ advice: String?) -> String {
    let place = ([source] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
    return DisplayText.visible(place + ": " + message + (advice.map { "; " + $0 } ?? ""))
}

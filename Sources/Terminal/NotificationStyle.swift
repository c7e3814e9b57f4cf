/// By which escape sequence a terminal is asked to notify its person; the raw values are config.toml's.
public enum NotificationStyle: String, Sendable, Hashable, CaseIterable {
    case off
    /// OSC 9, a text: iTerm2, Ghostty, WezTerm, kitty, Windows Terminal.
    case osc9
    /// OSC 777, a title and a text: rxvt-unicode, foot, Ghostty, WezTerm.
    case osc777

    /// The sequence for a text; nil where none is wanted.
    ///
    /// - Parameter text: visible characters alone, as DisplayText makes them. A `;` would end the text: a comma stands for it.
    public func sequence(title: String, text: String) -> [UInt8]? {
        let body = String(text.prefix(Self.longestText).map { $0 == ";" ? "," : $0 })
        return switch self {
        case .off: nil
        // A text that began with a number would be another command of that terminal.
        case .osc9: Array("\u{1B}]9;\(title): \(body)\u{07}".utf8)
        case .osc777: Array("\u{1B}]777;notify;\(title);\(body)\u{07}".utf8)
        }
    }

    /// Characters; what is longer is cut.
    private static let longestText = 200
}

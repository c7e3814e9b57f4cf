/// What can lie over the panes. The last one on the stack gets the keys first.
public enum Layer: Sendable, Hashable {
    case help(TextOverlay)
    case connection(TextOverlay)
    /// All of the describer's row under the cursor, nothing cut.
    case row(TextOverlay)
    case password(PasswordPrompt)
    case connect(ConnectForm)

    /// Whether typed characters are text here.
    public var takesText: Bool {
        switch self {
        case .help, .connection, .row: false
        case .password, .connect: true
        }
    }
}

/// An overlay that is only read: how far it is scrolled.
public struct TextOverlay: Sendable, Hashable {
    public var offset = 0
    public init() {}
}

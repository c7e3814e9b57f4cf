/// What can lie over the panes. The last one on the stack gets the keys first.
public enum Layer: Sendable, Hashable {
    case reader(ReaderOverlay)
    case find(FindOverlay)
    /// The psql command line.
    case command(CommandLine)
    case password(PasswordPrompt)
    case connect(ConnectForm)

    /// Whether typed characters are text here.
    public var takesText: Bool {
        switch self {
        case .reader(let reader): reader.filter.isBeingTyped
        case .find, .command, .password, .connect: true
        }
    }
}

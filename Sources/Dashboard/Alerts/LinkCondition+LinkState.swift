internal import PostgresClient
public import PostgresMonitor

extension LinkCondition {
    /// How alerts see the state of a link.
    /// - Parameter hasAnswered: whether anything is known of this server. Who has never been in types a password at leisure; who was in and
    ///   is refused now is away.
    public init(_ link: LinkState, hasAnswered: Bool) {
        self =
            switch link {
            case .idle, .closed: .unwatched
            case .ready: .answering
            case .connecting: .connecting
            case .silent: .away("the link is silent")
            case .waiting(let error, _): .away(error.shortWords)
            case .passwordNeeded(let error): hasAnswered ? .away(error.shortWords) : .unwatched
            }
    }
}

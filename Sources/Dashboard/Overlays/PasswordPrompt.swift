public import PostgresClient
public import Terminal

/// The masked dialog that asks for a password.
public struct PasswordPrompt: Sendable, Hashable {
    /// The reason of one that no server has asked for.
    static let beforeConnecting = "a password is asked for before connecting (-W)"

    public var field = TextField("", isMasked: true)
    /// Whom the password is for: `lectura@db.example.org:2345/1245`.
    public let login: String
    /// Why it is asked: what the server said.
    public let reason: String

    public init(_ parameters: ConnectionParameters, reason: String) {
        let host = parameters.host.map { "@" + $0 } ?? ""
        let port = parameters.port.map { ":" + $0 } ?? ""
        let database = parameters.database.map { "/" + $0 } ?? ""
        let service = parameters.host == nil ? parameters.service.map { " at service " + $0 } ?? "" : ""
        login = (parameters.user ?? "your login name") + host + port + database + service
        self.reason = reason
    }

    mutating func press(_ chord: KeyChord) -> LayerOutcome {
        switch chord.key {
        case .enter: return field.isEmpty ? .stay : .password(Secret(field.text))
        case .escape: return .close
        default:
            _ = field.handle(chord)
            return .stay
        }
    }
}

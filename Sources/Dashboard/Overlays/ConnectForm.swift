public import PostgresClient
public import Terminal

/// The form that takes new settings for the connection.
public struct ConnectForm: Sendable, Hashable {
    public enum Field: Int, Sendable, Hashable, CaseIterable {
        case host, port, user, database, sslMode, password

        var title: String {
            switch self {
            case .host: "Host"
            case .port: "Port"
            case .user: "User"
            case .database: "Database"
            case .sslMode: "SSL mode"
            case .password: "Password"
            }
        }

        var keyword: String {
            switch self {
            case .host: "host"
            case .port: "port"
            case .user: "user"
            case .database: "dbname"
            case .sslMode: "sslmode"
            case .password: "password"
            }
        }

        fileprivate var whenEmpty: String {
            switch self {
            case .host: "local socket; a postgresql://... URI fills all"
            case .port: "5432"
            case .user: "your login name"
            case .database: "as the user"
            case .sslMode: "prefer"
            case .password: "~/.pgpass, or asked for"
            }
        }
    }

    static let nothingSet =
        "No server is named yet. Fill in the form, or quit and start again with -h HOST, with a .env file, or with: pgdeck demo"

    public var fields: [TextField]
    public var focus: Field = .host
    /// Why the form is shown.
    public let reason: String?
    /// What is wrong with what was typed.
    public var complaint: String?
    /// Settings that the form has no field for stay as they were.
    private let base: ConnectionParameters
    private let known: [ConnectionParameters]

    /// - Parameter known: other logins whose password is at hand: what was set before the dashboard opened.
    public init(_ parameters: ConnectionParameters, known: [ConnectionParameters] = [], reason: String?) {
        base = parameters
        self.known = [parameters] + known
        self.reason = reason
        fields = Field.allCases.map { field in
            field == .password ? TextField("", isMasked: true) : TextField(parameters[field.keyword] ?? "")
        }
    }

    /// What holds where the field is left empty.
    func placeholder(_ field: Field) -> String {
        field == .password && known.contains { $0.password != nil } ? "as set, for the server and role it was set for" : field.whenEmpty
    }

    mutating func press(_ chord: KeyChord) -> LayerOutcome {
        complaint = nil
        switch chord.key {
        case .escape: return .close
        case .enter: return submit()
        case .tab, .down: moveFocus(by: 1)
        case .backtab, .up: moveFocus(by: -1)
        default: _ = fields[focus.rawValue].handle(chord)
        }
        return .stay
    }

    mutating func paste(_ text: String) {
        complaint = nil
        fields[focus.rawValue].paste(text)
    }

    private mutating func moveFocus(by step: Int) {
        let count = Field.allCases.count
        focus = Field(rawValue: (focus.rawValue + step + count) % count)!
    }

    private mutating func submit() -> LayerOutcome {
        let host = text(.host)
        if ConnectionParameters.isConnectionString(host) {
            do throws(PostgresError) {
                return connect(try ConnectionParameters(connectionString: host))
            } catch {
                complaint = error.message
                return .stay
            }
        }
        return connect(parameters)
    }

    private mutating func connect(_ parameters: ConnectionParameters) -> LayerOutcome {
        // Several hosts may have several ports, with a comma between two; an empty one is the default.
        let ports = (parameters.port ?? "").split(separator: ",", omittingEmptySubsequences: true)
        guard ports.allSatisfy({ Int($0).map { (1...65535).contains($0) } ?? false }) else {
            complaint = "a port is a number from 1 to 65535"
            return .stay
        }
        return .connect(parameters)
    }

    /// What was typed.
    private var parameters: ConnectionParameters {
        var parameters = base
        for field in Field.allCases where field != .password {
            parameters[field.keyword] = text(field).isEmpty ? nil : text(field)
        }
        let typed = fields[Field.password.rawValue].text
        return parameters.typed(over: base, password: typed.isEmpty ? nil : Secret(typed), known: known)
    }

    private func text(_ field: Field) -> String { fields[field.rawValue].text.trimmed }
}

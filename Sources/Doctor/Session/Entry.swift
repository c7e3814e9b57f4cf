internal import PostgresClient

/// The attempt to be let in at one address, with the steps that it has come to.
struct Entry: Sendable {
    let server: AddressProbe
    var way: Way
    /// Whether the address has to be said, because there are several.
    let names: Bool
    var steps: [Step] = []
    /// Why it goes no further.
    var failure: PostgresError?
    var passwordWasTyped = false
    /// Whether TLS stood before the login.
    var wasSecured = false
    private(set) var failsAtDatabase = false

    init(_ server: AddressProbe, _ way: Way, names: Bool) {
        self.server = server
        self.way = way
        self.names = names
    }

    mutating func add(_ step: Step) {
        var step = step
        if names, let first = step.seen.first { step.seen[0] = "\(server.candidate.shown): \(first)" }
        steps.append(step)
    }

    mutating func letIn(_ connection: Connection, took: Duration) {
        // What was refused at the door and yet let in: libpq has found a way around.
        steps = steps.map(\.asWarning)
        if wasSecured, connection.server.tls == nil {
            add(
                Step(
                    .login, .warning, ["\(identity(connection)), but only without TLS"], took: took,
                    try: "ask for a hostssl line in pg_hba.conf; sslmode=require would refuse to go on like this"))
        } else {
            add(Step(.login, .ok, [identity(connection)], took: took))
        }
        add(Step(.database, .ok, ["\(connection.server.database): you may connect"]))
    }

    /// Adds to the database's refusal whose it is and where else one may go.
    mutating func explainDatabase(owner: String?, others: [String]) {
        guard let last = steps.indices.last else { return }
        steps[last].seen += others
        if let owner, let advice = steps[last].advice {
            steps[last].advice = advice.replacing("ask the owner", with: "ask its owner \(owner)")
        }
    }

    private func identity(_ connection: Connection) -> String {
        "as \(connection.server.user), "
            + (connection.server.usedPassword ? "the password \(passwordPlace)is right" : "no password was asked for")
    }

    /// "of .env:2 ", for a sentence; never the password.
    var passwordPlace: String {
        if passwordWasTyped { return "typed here " }
        if let place = way.origins["password"] { return "of \(place) " }
        return way.parameters.password == nil ? "of \(PasswordFile.path(way.effective["passfile"]) ?? "the password file") " : ""
    }

    mutating func refused(_ error: PostgresError, took: Duration) {
        failure = error
        let advice = LoginAdvice(error, self)
        if error.isAboutDatabase {
            failsAtDatabase = true
            add(Step(.login, .ok, ["as \(way.user)"], took: took))
            add(.failed(.database, .refused, [error.message] + [error.detail].compactMap(\.self), try: advice.text))
            return
        }
        // The same refusal twice is one.
        if let last = steps.last, last.name == .authentication, last.verdict == .failed { return }
        add(
            .failed(
                .login, error.failureOfStep, [error.message] + [error.detail].compactMap(\.self), took: took, try: advice.text))
    }
}

extension PostgresError {
    /// Whether the login was accepted and the database refuses.
    var isAboutDatabase: Bool {
        switch sqlState {
        // invalid_catalog_name; insufficient_privilege: no CONNECT; object_not_in_prerequisite_state: it takes no connections.
        case "3D000", "42501", "55000": true
        // What pgbouncer says.
        case "08P01": message.contains("database") && (message.contains("does not exist") || message.contains("no such"))
        default: false
        }
    }

    var failureOfStep: Step.Failure {
        switch kind {
        case .badParameters: .settings
        case .unreachable, .nameResolution, .deadline, .connectionLost, .cancelled: .noAnswer
        default: .refused
        }
    }
}

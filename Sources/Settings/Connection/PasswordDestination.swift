internal import PostgresClient

/// Whether DB_PASSWORD may go where the connection goes.
///
/// A password never travels to a server that it was not written for:
/// - one from `.env` was written for the host and port that the same file names, or for the local default where it names none; a
///   DB_HOST or DB_PORT of the process environment, `-p`, config.toml or PGHOST that leads elsewhere leaves it behind;
/// - one from the process environment was written for the server that the DB_* together name, or where they name none, for
///   libpq's own (PGHOST and its like); config.toml leads elsewhere;
/// - when a DB_USER stands beside it, it is that user's.
struct PasswordDestination {
    let database: DatabaseVariables
    let file: DotEnvSource
    let variables: LibPQVariables

    /// Why the password stays behind; nil when it may go.
    func objection(_ parameters: ConnectionParameters, going variablesInForce: LibPQVariables) -> String? {
        let isFromFile = if case .envFile? = database[.password]?.origin { true } else { false }
        if isFromFile, let lost = lostInFile {
            return "the line that should say \(lost.rawValue) is malformed, so its server is not known"
        }
        let written = isFromFile ? serverOfFile : serverOfEnvironment
        let going = ServerName(parameters, variablesInForce)
        if written != going { return "it was written for \(written.shown), and the connection goes to \(going.shown)" }
        let user = isFromFile ? value(.user) : database[.user]?.value
        if let user, let other = parameters.user, user != other { return "it is the password of \(user), not of \(other)" }
        return nil
    }

    private var serverOfFile: ServerName { ServerName(host: value(.host), port: value(.port)) }

    private var serverOfEnvironment: ServerName {
        var named: [String: String] = [:]
        named["host"] = database[.host]?.value
        named["port"] = database[.port]?.value
        var variables = variables
        _ = variables.withhold(from: ConnectionParameters(named))
        return ServerName(ConnectionParameters(named), variables)
    }

    /// A name that would say where the server is and whose statement in the file does not count.
    private var lostInFile: DatabaseVariable? {
        let defects = (file.content?.malformed ?? []) + (file.content?.undecodable ?? [])
        return [.host, .port].first { variable in value(variable) == nil && defects.contains { $0.mentions.contains(variable) } }
    }

    private func value(_ variable: DatabaseVariable) -> String? {
        file.content?[variable]?.value.flatMap { $0.isEmpty ? nil : $0 }
    }
}

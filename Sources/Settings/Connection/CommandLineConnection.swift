internal import PostgresClient

/// The connection as the command line names it.
struct CommandLineConnection {
    private(set) var parameters = ConnectionParameters()
    /// A host, an address, a service or a URI was named: nothing that was written for another server may be mixed in.
    private(set) var namesServer: Bool
    private(set) var warnings: [SettingsWarning] = []
    /// The command line, or config.toml where a list of servers stands for it.
    let origin: SettingOrigin

    /// As psql has it, what a URI or `key=value` string says wins over the flags beside it. An empty flag names nothing, except
    /// that `-h ''` asks for libpq's own host and so counts as naming a server.
    init(_ commandLine: CommandLineSettings, origin: SettingOrigin = .commandLine) throws(SettingsError) {
        self.origin = origin
        namesServer = commandLine.host != nil
        // In their order, and no Dictionary, whose type would be made for this alone.
        let flags: KeyValuePairs = [
            "host": commandLine.host, "port": commandLine.port, "user": commandLine.user, "service": commandLine.service,
        ]
        for (keyword, value) in flags {
            if let value, !value.isEmpty { parameters[keyword] = value }
        }
        if let text = commandLine.database, !text.isEmpty { try add(text) }
        if ["host", "hostaddr", "service"].contains(where: { parameters[$0] != nil }) { namesServer = true }
        for (keyword, value) in parameters.values {
            guard let objection = ConnectionValue.objection(keyword, value) else { continue }
            throw SettingsError(source: "command line", message: "the \(keyword) \(objection)")
        }
    }

    /// Where it was named.
    var source: String { if case .configFile(let path, _) = origin { path } else { "command line" } }

    /// config.toml holds no password.
    mutating func refusePassword(in path: String, line: Int, of label: String) {
        warnings = []
        guard parameters.password != nil || parameters.sslPassword != nil else { return }
        parameters.password = nil
        parameters.sslPassword = nil
        warnings = [
            SettingsWarning(
                source: path, line: line, message: "\(label): a password is not read from here",
                advice: "write it to ~/.pgpass, and take it out of this file")
        ]
    }

    private mutating func add(_ text: String) throws(SettingsError) {
        guard ConnectionParameters.isConnectionString(text) else {
            parameters["dbname"] = text
            return
        }
        let isURI = ["postgresql://", "postgres://"].contains(where: text.hasPrefix)
        do {
            let named = try ConnectionParameters(connectionString: text)
            for (keyword, value) in named.values {
                if !value.isEmpty { parameters[keyword] = value }
            }
            parameters.password = named.password
            parameters.sslPassword = named.sslPassword
            namesServer = namesServer || isURI || ["host", "hostaddr", "service"].contains { named[$0] != nil }
        } catch {
            // libpq's message may quote a piece of the string, and where there is a password any piece may be of it.
            let mayHoldPassword = text.contains("password") || (isURI && text.contains("@"))
            throw SettingsError(
                source: "command line",
                message: (isURI ? "the URI" : "the key=value string") + " is malformed" + (mayHoldPassword ? "" : ": \(error.message)"),
                advice: isURI
                    ? "write postgresql://user@host:port/dbname, with % and two hexadecimal digits for special characters"
                    : "write \"host=db.example.org port=5432 dbname=name\", values with spaces in single quotes")
        }
        if parameters.password != nil {
            warnings.append(
                SettingsWarning(
                    source: "command line", message: "a password on the command line can be read by everybody on this machine",
                    advice: "use ~/.pgpass, a .env file or the prompt"))
        }
    }
}

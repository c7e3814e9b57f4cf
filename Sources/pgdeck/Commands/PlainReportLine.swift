internal import Dashboard
internal import Settings

/// A report's command line in its plain form: exact names, each option once, each value a word of its own.
///
/// A parser of any command line costs 21 of the 47 million instructions of `pgdeck describe`, more than psql needs in all. So the plain
/// form is read here, and everything else (help, mistakes, other spellings) is left to ArgumentParser, which has the words for it; a test
/// holds both to the same meaning.
struct PlainReportLine {
    let request: ReportRequest

    /// - Parameter arguments: without the program's name.
    /// - Returns: nil where the line is not plain.
    init?(_ arguments: some Sequence<String>) {
        var words: [String] = []
        var values: [String: String] = [:]
        var flags: Set<String> = []
        var iterator = arguments.makeIterator()
        guard let command = iterator.next() else { return nil }
        while let argument = iterator.next() {
            if !argument.hasPrefix("-") {
                words.append(argument)
            } else if let name = Self.valued[argument] {
                guard let value = iterator.next(), !value.hasPrefix("-"), values.updateValue(value, forKey: name) == nil else { return nil }
            } else if let name = Self.flags[argument] {
                guard flags.insert(name).inserted else { return nil }
            } else {
                return nil
            }
        }
        guard let kind = Self.kind(command, &words) else { return nil }
        if let database = values["dbname"] { words.append(database) }
        let formats = [ReportFormat.json, .csv, .markdown].filter { flags.contains($0.rawValue) }
        let lockWait = values["timeout"].map { Double($0) ?? .nan } ?? 10
        guard words.count <= 1, formats.count <= 1, !flags.isSuperset(of: ["password", "no-password"]),
            ReportOptions.timeouts.contains(lockWait)
        else { return nil }

        var request = ReportRequest(
            kind: kind, isBrief: flags.contains("brief"), format: formats.first ?? .psql, lockWait: .seconds(lockWait))
        request.connection.database = words.first
        request.connection.host = values["host"]
        request.connection.port = values["port"]
        request.connection.user = values["username"]
        request.connection.service = values["service"]
        request.connection.envFile = values["env-file"]
        if flags.contains("password") { request.passwordPolicy = .always }
        if flags.contains("no-password") { request.passwordPolicy = .never }
        self.request = request
    }

    /// Takes the pattern from the words; what they still hold is the database.
    private static func kind(_ command: String, _ words: inout [String]) -> ReportRequest.Kind? {
        switch command {
        case "describe": words.isEmpty ? nil : .describe(pattern: words.removeFirst())
        case "tables": .tables(pattern: words.isEmpty ? nil : words.removeFirst())
        case "databases": .databases
        case "roles": .roles
        default: nil
        }
    }

    /// Options with a value, by each of their spellings.
    private static let valued = [
        "-d": "dbname", "--dbname": "dbname", "-h": "host", "--host": "host", "-p": "port", "--port": "port", "-U": "username",
        "--username": "username", "--service": "service", "--env-file": "env-file", "--timeout": "timeout",
    ]

    /// Options without one.
    private static let flags = [
        "-w": "no-password", "--no-password": "no-password", "-W": "password", "--password": "password", "--brief": "brief",
        "--json": "json", "--csv": "csv", "--markdown": "markdown",
    ]
}

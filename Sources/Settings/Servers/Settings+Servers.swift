internal import PostgresClient

extension Settings {
    /// As ``load(_:environment:workingDirectory:home:)``, for all servers: those of the command line where it names several, else, where
    /// neither it nor any DB_* says where to connect, those of config.toml's `[[servers]]`.
    ///
    /// - Parameters:
    ///   - commandLine: what is meant of each of them; `service` and `database` are not looked at.
    ///   - services: as they were typed.
    ///   - databases: the argument and `-d`, as they were typed.
    /// - Returns: one for each server, at least one. What is to be said of the files is said by the first.
    public static func loadAll(
        _ commandLine: CommandLineSettings, services: [String], databases: [String], environment: [String: String],
        workingDirectory: String, home: String?
    ) throws(SettingsError) -> [Settings] {
        var servers = try NamedServer.onCommandLine(commandLine, services: services, databases: databases)
        let sources = try SettingsSources(commandLine, environment, workingDirectory: workingDirectory, home: home)
        let list = sources.config.servers
        var setAside: [String] = []
        if let first = list.first, servers.count == 1, servers[0].leavesServerOpen {
            if let variable = sources.firstDatabaseVariable(environment) {
                setAside = ["[[servers]] (\(first.path):\(first.line)): \(variable) comes first"]
            } else {
                servers = []
                for server in list { servers.append(try server.named(beside: commandLine)) }
            }
        }
        guard servers.count > 1 else {
            var settings = try sources.settings(servers[0].connection, environment)
            settings.connection.discarded += setAside
            return [settings]
        }
        let names = try servers.distinctNames()
        var environment = environment
        let isPasswordOwnerless = LibPQVariables.holdOwnerlessPassword(environment)
        if isPasswordOwnerless { environment["PGPASSWORD"] = nil }
        var all: [Settings] = []
        for (server, name) in zip(servers, names) {
            var settings = try sources.settings(server.connection, environment, isFirst: all.isEmpty)
            settings.name = name
            if all.isEmpty, isPasswordOwnerless {
                settings.connection.variablesToForget.append("PGPASSWORD")
                settings.warnings.append(
                    SettingsWarning(
                        source: "environment", message: "PGPASSWORD is not used: it does not say which of several servers it is for",
                        advice: "write the passwords to ~/.pgpass or into the service file"))
            }
            all.append(settings)
        }
        return all
    }

    /// Lets libpq look at the settings of one of several servers, before anything is resolved or connected: an unknown service, a value
    /// that it does not take. To be called after ``ConnectionSettings/forgetWithheldVariables()`` of all.
    public func check() throws(SettingsError) {
        do throws(PostgresError) {
            _ = try EffectiveSettings(connection.parameters)
        } catch {
            let parameters = connection.parameters
            let origin = ["service", "host", "dbname"].compactMap { connection.origins[$0] }.first
            let place: (source: String, line: Int?) =
                if case .configFile(let path, let line) = origin { (path, line) } else { ("command line", nil) }
            let isUnknown = parameters.service.map(error.message.contains) ?? false
            throw SettingsError(
                source: place.source, line: place.line, message: "server \(name ?? ""): \(error.message)",
                advice: isUnknown ? "pgdeck doctor --service \(parameters.service ?? "") tells which are known" : error.hint)
        }
    }
}

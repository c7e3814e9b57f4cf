internal import PostgresClient

extension ConnectionSettings {
    /// Lays the sources over one another.
    static func resolve(
        _ commandLine: CommandLineConnection, environment: [String: String], file: DotEnvSource, config: ConfigFile
    ) throws(SettingsError) -> (settings: ConnectionSettings, warnings: [SettingsWarning]) {
        let database = DatabaseVariables(environment: environment, file: file)
        let variables = LibPQVariables(environment)
        var settings = ConnectionSettings(
            parameters: ConnectionParameters(), origins: [:], envFile: file.path, configFile: config.isThere ? config.path : nil,
            discarded: [], withheldVariables: [], isEmpty: false,
            variablesToForget: [], filledByLibPQ: [:])
        settings.take(commandLine)
        if commandLine.namesServer {
            settings.discard(database)
        } else {
            try database.check()
            settings.take(database)
        }
        settings.take(config)

        var inForce = variables
        var warnings = settings.decidePassword(database, commandLine, file, variables)
        settings.withheldVariables = inForce.withhold(from: settings.parameters)
        warnings += settings.withheldVariables.map {
            SettingsWarning(
                source: "environment", message: "\($0) is not used: it was written for another server than \(settings.serverShown(inForce))"
            )
        }
        settings.adopt(inForce)
        settings.fill(from: inForce)
        settings.isEmpty =
            commandLine.parameters == ConnectionParameters() && !commandLine.namesServer && database.settings.isEmpty
            && config.connection.isEmpty && !variables.nameConnection
        return (settings, warnings)
    }

    private mutating func take(_ commandLine: CommandLineConnection) {
        parameters = commandLine.parameters
        for keyword in parameters.values.keys { origins[keyword] = commandLine.origin }
        if parameters.password != nil { origins["password"] = commandLine.origin }
        if parameters.sslPassword != nil { origins["sslpassword"] = commandLine.origin }
    }

    private mutating func discard(_ database: DatabaseVariables) {
        for variable in DatabaseVariable.allCases {
            guard let setting = database[variable] else { continue }
            discarded.append("\(variable.rawValue) (\(setting.origin)): the command line names a server")
        }
    }

    private mutating func take(_ database: DatabaseVariables) {
        for variable in DatabaseVariable.allCases where variable != .password {
            if let setting = database[variable] { offer(variable.keyword, setting.value, setting.origin) }
        }
    }

    /// The host and the port of config.toml belong together: its port does not go with a host from elsewhere. To a service of the
    /// command line it adds nothing but sslmode, since libpq lets what is named win over the service file.
    private mutating func take(_ config: ConfigFile) {
        let hasServer = parameters.host != nil || parameters["hostaddr"] != nil
        let keywords = parameters.service != nil ? ["sslmode"] : ["host", "port", "user", "dbname", "sslmode"]
        for keyword in keywords {
            guard let setting = config.connection[keyword] else { continue }
            if hasServer, keyword == "host" || (keyword == "port" && config.connection["host"] != nil) { continue }
            offer(keyword, setting.value, .configFile(path: config.path, line: setting.line))
        }
    }

    private mutating func offer(_ keyword: String, _ value: String, _ origin: SettingOrigin) {
        guard parameters[keyword] == nil else { return }
        parameters[keyword] = value
        origins[keyword] = origin
    }

    private mutating func decidePassword(
        _ database: DatabaseVariables, _ commandLine: CommandLineConnection, _ file: DotEnvSource, _ variables: LibPQVariables
    ) -> [SettingsWarning] {
        guard !commandLine.namesServer, parameters.password == nil, let password = database[.password] else { return [] }
        var inForce = variables
        _ = inForce.withhold(from: parameters)
        let destination = PasswordDestination(database: database, file: file, variables: variables)
        guard let objection = destination.objection(parameters, going: inForce) else {
            parameters.password = Secret(password.value)
            origins["password"] = password.origin
            return []
        }
        discarded.append("DB_PASSWORD (\(password.origin)): \(objection)")
        let advice = "name the host, the port and the user beside the password, in the same place"
        let message = "DB_PASSWORD is not used: \(objection)"
        if case .envFile(let path, let line) = password.origin {
            return [SettingsWarning(source: path, line: line, message: message, advice: advice)]
        }
        return [SettingsWarning(source: "environment", message: message, advice: advice)]
    }

    private func serverShown(_ variables: LibPQVariables) -> String { ServerName(parameters, variables).shown }

    /// Takes PGSERVICE, PGHOSTADDR and PGPASSWORD over into the parameters, so that they do not wait in the environment for a server that
    /// is typed later. What a service file says wins over the last two, so beside a service they stay where libpq finds them.
    private mutating func adopt(_ variables: LibPQVariables) {
        offerFromLibPQ("service", variables["PGSERVICE"])
        variablesToForget = withheldVariables + ["PGSERVICE"]
        guard parameters.service == nil else { return }
        offerFromLibPQ("hostaddr", variables["PGHOSTADDR"])
        if parameters.password == nil { offerFromLibPQ("password", variables["PGPASSWORD"]) }
        variablesToForget += ["PGHOSTADDR", "PGPASSWORD"]
    }

    private mutating func offerFromLibPQ(_ keyword: String, _ value: String?) {
        if let value { offer(keyword, value, .libpq) }
    }

    private mutating func fill(from variables: LibPQVariables) {
        for (keyword, name) in LibPQVariables.names {
            guard parameters[keyword] == nil, let value = variables[name] else { continue }
            filledByLibPQ[keyword] = keyword == "password" ? "" : value
        }
        if parameters.password != nil { filledByLibPQ["password"] = nil }
    }
}

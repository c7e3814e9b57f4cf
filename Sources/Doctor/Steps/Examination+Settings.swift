internal import PostgresClient
internal import Settings

extension Examination {
    /// - Returns: nil where they lead nowhere.
    func examineSettings() -> Way? {
        let loaded: Doctor.LoadedSettings
        switch doctor.settings {
        case .success(let settings): loaded = settings
        case .failure(let error):
            decide(.failed(.settings, .settings, ["\(error.placed)"], try: error.advice ?? "correct it there, and run pgdeck doctor again"))
            return nil
        }
        let settings = loaded.connection
        decide(dotEnvSteps(settings, loaded.warnings) + configFileSteps(settings, loaded.warnings))
        do throws(PostgresError) {
            let effective = try EffectiveSettings(settings.parameters)
            let way = Way(
                settings: settings, effective: effective, parameters: settings.parameters,
                limit: effective.connectTimeout ?? doctor.limit, origins: SettingPlaces(settings, effective))
            decide([settingsStep(way)] + settingsWarnings(settings, loaded.warnings) + libPQFileSteps(way))
            return way
        } catch {
            decide(settingsWarnings(settings, loaded.warnings))
            decide(.failed(.settings, .settings, [error.message], try: Self.advice(for: error, settings, doctor.environment)))
            return nil
        }
    }

    private func dotEnvSteps(_ settings: ConnectionSettings, _ warnings: [SettingsWarning]) -> [Step] {
        let switchedOff = warnings.first { $0.source == "environment" && $0.message.hasPrefix("PYTHON_DOTENV_DISABLED") }
        guard let path = settings.envFile else {
            return [Step(.dotEnv, .ok, [switchedOff?.message ?? "none here or in a folder above"])]
        }
        let prefix = "\(path):"
        let counting = settings.explanation.filter { "\($0.origin)".hasPrefix(prefix) }.map { line in
            line.name == "dbname" ? "DB_NAME" : "DB_\(line.name.uppercased())"
        }
        let what = counting.isEmpty ? "\(path) (nothing in it counts)" : "\(path) sets \(counting.joined(separator: ", "))"
        return [Step(.dotEnv, .ok, [what] + Self.unused(settings.discarded.filter { $0.contains("(\(prefix)") }))]
            + warnings.filter { $0.source == path }.map { warning in
                Step(.dotEnv, .warning, [warning.placed(short: true)], try: Self.advice(for: warning))
            }
    }

    /// `DB_HOST (/home/ana/.env:3): the command line names a server`, those with one reason together.
    private static func unused(_ discarded: [String]) -> [String] {
        var reasons: [(reason: String, names: [String])] = []
        for line in discarded {
            guard let end = line.firstRange(of: "): "), let name = line.split(separator: " ").first.map(String.init) else { continue }
            let reason = String(line[end.upperBound...])
            if let index = reasons.firstIndex(where: { $0.reason == reason }) {
                reasons[index].names.append(name)
            } else {
                reasons.append((reason, [name]))
            }
        }
        return reasons.map { "not used: \($0.names.joined(separator: ", ")), since \($0.reason)" }
    }

    private func configFileSteps(_ settings: ConnectionSettings, _ warnings: [SettingsWarning]) -> [Step] {
        guard let path = settings.configFile else { return [Step(.configFile, .ok, ["none"])] }
        return [Step(.configFile, .ok, [path])]
            + warnings.filter { $0.source == path }.map { warning in
                Step(.configFile, .warning, [warning.placed(short: true)], try: warning.advice)
            }
    }

    /// What was said of the command line and the environment.
    private func settingsWarnings(_ settings: ConnectionSettings, _ warnings: [SettingsWarning]) -> [Step] {
        warnings.filter { $0.source != settings.envFile && $0.source != settings.configFile }.map {
            Step(.settings, .warning, [$0.message], try: $0.advice)
        }
    }

    private func settingsStep(_ way: Way) -> Step {
        var values: [(name: String, value: String, place: String)] = []
        let known = way.settings.explanation
        for name in SettingPlaces.shown + known.map(\.name).filter({ !SettingPlaces.shown.contains($0) }) {
            let value = known.first { $0.name == name }?.value ?? way.effective[name]
            let place = way.origins[name] ?? "default"
            if let value {
                values.append((name, value.isEmpty ? "''" : value, place))
            } else if name == "host", way.effective["hostaddr"] == nil {
                values.append((name, way.effective.defaultSocketFolder, place))
            } else if ["port", "dbname", "sslmode"].contains(name) {
                values.append((name, name == "port" ? "5432" : name == "dbname" ? way.database : way.sslMode, place))
            }
        }
        let names = values.map(\.name.count).max() ?? 0
        let widest = min(values.map(\.value.count).max() ?? 0, 30)
        return Step(
            .settings, .ok,
            values.map { row in
                let name = row.name + String(repeating: " ", count: names - row.name.count)
                return "\(name)  \(row.value)" + String(repeating: " ", count: max(0, widest - row.value.count)) + "  \(row.place)"
            })
    }

    private static func advice(for warning: SettingsWarning) -> String? {
        if warning.advice == "chmod 600 it" { return "chmod 600 \(warning.source)" }
        guard warning.message.contains("malformed") else { return warning.advice }
        return "write line \(warning.line ?? 0) of \(warning.source) as NAME=value, with quotes around spaces or #"
    }

    /// What to do about a setting that libpq refuses.
    private static func advice(for error: PostgresError, _ settings: ConnectionSettings, _ environment: [String: String]) -> String {
        guard let service = settings.parameters.service, error.message.contains(service) else {
            return error.hint ?? "correct the setting, and run pgdeck doctor again"
        }
        let files = ServiceFiles(environment)
        let names = files.services
        guard !names.isEmpty else { return "write a section [\(service)] with host, port, user and dbname into \(files.usersPath)" }
        return "the services known are \(names.joined(separator: ", ")) (\(files.existing.joined(separator: ", ")))"
    }
}

extension SettingsError {
    fileprivate var placed: String { [source, line.map(String.init)].compactMap(\.self).joined(separator: ":") + ": " + message }
}

extension SettingsWarning {
    /// The place in front, as `.env:3`.
    fileprivate func placed(short: Bool) -> String {
        let name = short ? source.split(separator: "/").last.map(String.init) ?? source : source
        return name + (line.map { ":\($0)" } ?? "") + ": " + message
    }
}

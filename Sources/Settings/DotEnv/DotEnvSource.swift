#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The .env file in force with what is to be said about it.
struct DotEnvSource {
    /// nil where there is none.
    let path: String?
    let content: DotEnv?
    let warnings: [SettingsWarning]

    /// Reads the named file, or the one found from the working directory upward.
    ///
    /// - Throws: when a named file cannot be read; one that was only found is left out with a warning.
    static func load(named: String?, environment: [String: String], workingDirectory: String) throws(SettingsError) -> DotEnvSource {
        let named = named.map { $0.hasPrefix("/") ? $0 : workingDirectory + "/" + $0 }
        guard let path = named ?? DotEnvSearch.path(from: workingDirectory) else {
            return DotEnvSource(path: nil, content: nil, warnings: [])
        }
        if isDisabled(environment) {
            let message = "PYTHON_DOTENV_DISABLED is set, so \(path) is not read"
            return DotEnvSource(path: nil, content: nil, warnings: [SettingsWarning(source: "environment", message: message)])
        }
        do {
            let file = try SettingsFile.read(path, patience: named == nil ? 2_000 : 30_000)
            let content = DotEnv(file.bytes, environment: environment)
            return DotEnvSource(path: path, content: content, warnings: warnings(path, file, content))
        } catch {
            let message =
                switch error {
                case .missing: "there is no such file"
                case .unreadable(let reason): "cannot be read: \(reason)"
                }
            if named != nil { throw SettingsError(source: path, message: message, advice: "check --env-file") }
            return DotEnvSource(path: path, content: nil, warnings: [SettingsWarning(source: path, message: message)])
        }
    }

    private static func isDisabled(_ environment: [String: String]) -> Bool {
        environment["PYTHON_DOTENV_DISABLED"].map { ["1", "true", "t", "yes", "y"].contains($0.lowercased()) } ?? false
    }

    private static func warnings(_ path: String, _ file: SettingsFile, _ content: DotEnv) -> [SettingsWarning] {
        var warnings: [SettingsWarning] = []
        if file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF]) {
            let message = "is written in UTF-16"
            return [SettingsWarning(source: path, line: 1, message: message, advice: "save it as UTF-8")]
        }
        warnings += content.malformed.map {
            SettingsWarning(source: path, line: $0.line, message: "this statement is malformed and was skipped")
        }
        warnings += content.undecodable.map {
            SettingsWarning(
                source: path, line: $0.line, message: "this statement is not UTF-8 and was skipped", advice: "save the file as UTF-8")
        }
        guard DatabaseVariable.allCases.contains(where: { content[$0]?.value?.isEmpty == false }) else { return warnings }
        if let mode = file.mode, mode & 0o077 != 0, content[.password]?.value?.isEmpty == false {
            let shown = "0" + String(mode, radix: 8)
            let message = "holds DB_PASSWORD and others than its owner have rights to it (mode \(shown))"
            warnings.append(SettingsWarning(source: path, message: message, advice: "chmod 600 it"))
        }
        if file.owner != 0, file.owner != geteuid() {
            let message = "belongs to another user (uid \(file.owner)), who decides where this connects to"
            warnings.append(SettingsWarning(source: path, message: message))
        }
        return warnings
    }
}

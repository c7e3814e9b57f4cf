/// The DB_* in force: the process environment before the .env file, variable by variable.
///
/// As load_dotenv(override=False) has it, a variable that the environment holds hides the file's even when it is empty; an empty one
/// then counts as not set, so `DB_PASSWORD=` means "no password from here".
struct DatabaseVariables {
    struct Setting {
        let value: String
        let origin: SettingOrigin
    }

    private(set) var settings: [DatabaseVariable: Setting] = [:]

    init(environment: [String: String], file: DotEnvSource) {
        for variable in DatabaseVariable.allCases {
            if let value = environment[variable.rawValue] {
                settings[variable] = Setting(value: value, origin: .environment(variable: variable.rawValue))
            } else if let path = file.path, let entry = file.content?[variable], let value = entry.value {
                settings[variable] = Setting(value: value, origin: .envFile(path: path, line: entry.line))
            }
        }
        settings = settings.filter { !$0.value.value.isEmpty }
    }

    subscript(variable: DatabaseVariable) -> Setting? { settings[variable] }

    /// - Throws: for a value that libpq would refuse, naming the variable, the file and the line.
    func check() throws(SettingsError) {
        for variable in DatabaseVariable.allCases {
            guard let setting = settings[variable], let objection = ConnectionValue.objection(variable.keyword, setting.value) else {
                continue
            }
            let message = "\(variable.rawValue) \(objection)"
            switch setting.origin {
            case .envFile(let path, let line): throw SettingsError(source: path, line: line, message: message)
            default: throw SettingsError(source: "environment", message: message)
            }
        }
    }
}

/// What a .env file says, with python-dotenv's meaning (`load_dotenv(override=False)`, release 1.2.2).
struct DotEnv {
    struct Entry: Equatable {
        let key: String
        /// nil for a name without `=`.
        let value: String?
        /// Where the value in force was set: the last of several.
        let line: Int
    }

    /// In the order in which the names first appear.
    private(set) var entries: [Entry] = []
    private(set) var malformed: [DotEnvDefect] = []
    private(set) var undecodable: [DotEnvDefect] = []

    init(_ bytes: [UInt8], environment: [String: String]) {
        var parser = DotEnvParser(DotEnvText(bytes))
        var interpolation = DotEnvInterpolation(environment: environment)
        var places: [[UInt8]: Int] = [:]
        while let statement = parser.next() {
            switch statement {
            case .nothing: break
            case .malformed(let defect): malformed.append(defect)
            case .undecodable(let defect): undecodable.append(defect)
            case .binding(let key, let value, let line):
                let entry = Entry(key: key, value: interpolation.resolve(key, value), line: line)
                if let place = places[Array(key.utf8)] {
                    entries[place] = entry
                } else {
                    places[Array(key.utf8)] = entries.count
                    entries.append(entry)
                }
            }
        }
    }

    subscript(variable: DatabaseVariable) -> Entry? { entries.first { $0.key == variable.rawValue } }
}

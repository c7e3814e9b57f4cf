public import PostgresClient

extension ConnectionSettings {
    /// Where the settings lead, as far as they tell: ``parameters``, and what libpq takes from its variables where they are silent; beside a
    /// service nothing, for what its file says comes first.
    public var destination: ConnectionParameters {
        guard parameters.service == nil else { return parameters }
        var all = parameters
        for keyword in ["host", "port", "user", "dbname"] where all[keyword] == nil { all[keyword] = filledByLibPQ[keyword] }
        return all
    }

    /// One line of what the connection overlay tells about the settings.
    public struct Line: Sendable, Hashable {
        /// libpq's keyword.
        public let name: String
        /// The value; `****` in place of a secret.
        public let value: String
        public let origin: SettingOrigin
        /// The PG* variable, where libpq takes the value from one.
        public let variable: String?
    }

    /// What is in force and where each came from: first where, then as whom, then the rest in alphabetical order. What comes from
    /// libpq's variables is included, what it takes from its files and defaults is not known here.
    public var explanation: [Line] {
        var values = filledByLibPQ.merging(parameters.values) { _, named in named }
        if parameters.password != nil { values["password"] = "" }
        if parameters.sslPassword != nil { values["sslpassword"] = "" }
        let first = ["service", "host", "hostaddr", "port", "dbname", "user", "password", "sslmode"]
        let order = first.filter { values[$0] != nil } + values.keys.filter { !first.contains($0) }.sorted()
        return order.map { name in
            let isSecret = name.contains("password") || name.contains("secret") || name.hasPrefix("scram_")
            let origin = origins[name] ?? .libpq
            return Line(
                name: name, value: isSecret ? "****" : values[name] ?? "", origin: origin,
                variable: origin == .libpq ? LibPQVariables.names[name] : nil)
        }
    }
}

internal import PostgresClient

extension [NamedServer] {
    /// What each is called: the name it was given, else its service, else as much of its address as tells it from the others.
    ///
    /// - Throws: where two are the same, or were given the same name.
    func distinctNames() throws(SettingsError) -> [String] {
        for isWhole in [false, true] {
            let names = map { $0.name ?? Self.address($0.connection.parameters, isWhole: isWhole) }
            guard let twice = names.first(where: { name in names.count { $0 == name } > 1 }) else { return names }
            if isWhole { throw SettingsError(source: self[0].connection.source, message: "two of the servers are called \(twice)") }
        }
        return []
    }

    private static func address(_ parameters: ConnectionParameters, isWhole: Bool) -> String {
        let port = parameters.port.map { $0 == "5432" ? "" : ":" + $0 } ?? ""
        let server = parameters.service ?? (parameters.host ?? parameters["hostaddr"] ?? "local") + port
        guard isWhole else { return server }
        return (parameters.user.map { $0 + "@" } ?? "") + server + (parameters.database.map { "/" + $0 } ?? "")
    }
}

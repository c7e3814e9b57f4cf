internal import PostgresClient

/// The PG* variables of the process environment that say where to connect.
struct LibPQVariables {
    /// libpq keyword to its variable.
    static let names = [
        "host": "PGHOST", "hostaddr": "PGHOSTADDR", "port": "PGPORT", "dbname": "PGDATABASE", "user": "PGUSER", "password": "PGPASSWORD",
        "service": "PGSERVICE", "sslmode": "PGSSLMODE",
    ]

    private var values: [String: String]

    init(_ environment: [String: String]) {
        values = environment.filter { Self.names.values.contains($0.key) && !$0.value.isEmpty }
    }

    /// Whether there is a PGPASSWORD and nothing beside it that says whose it is: alone it is for whatever server is named, as in psql, but
    /// not for all of several.
    static func holdOwnerlessPassword(_ environment: [String: String]) -> Bool {
        let variables = LibPQVariables(environment)
        return variables["PGPASSWORD"] != nil && ["PGHOST", "PGHOSTADDR", "PGSERVICE"].allSatisfy { variables[$0] == nil }
    }

    subscript(name: String) -> String? { values[name] }

    /// Whether any of them says where or as whom to connect.
    var nameConnection: Bool { values.keys.contains { $0 != "PGSSLMODE" } }

    /// Takes out the variables that were written for another server than the one these parameters name, and returns their names.
    ///
    /// libpq fills whatever is not named from its own variables, one by one. With a host from elsewhere, PGHOSTADDR would redirect the
    /// connection and PGSERVICE would bring another server's address and password, so both go as soon as a host is named. PGPASSWORD
    /// goes when PGHOST, PGHOSTADDR or PGSERVICE say that it was written for another server; alone it is for whatever server is
    /// named, as in psql.
    mutating func withhold(from parameters: ConnectionParameters) -> [String] {
        let asSet = self
        let namesHost = parameters.host != nil || parameters["hostaddr"] != nil || parameters.service != nil
        if namesHost {
            if parameters["hostaddr"] == nil { values["PGHOSTADDR"] = nil }
            if parameters.service == nil { values["PGSERVICE"] = nil }
        }
        let namesServer = ["PGHOST", "PGHOSTADDR", "PGSERVICE"].contains { asSet[$0] != nil }
        let written = ServerName(ConnectionParameters(), asSet)
        if namesServer, written != ServerName(parameters, self), parameters.password == nil { values["PGPASSWORD"] = nil }
        return asSet.values.keys.filter { values[$0] == nil }.sorted()
    }
}

/// The databases of the demo: what a person with read-only rights finds on a server that is not theirs.
///
/// `ncorrea` owns everything and lets `lectura` into `1245` (rich: sales, sensors, an archive) and `2207` (four hundred tables of one shape), not into
/// `nomina`. The SQL lies beside this file.
struct DemoWorld {
    let cluster: ThrowawayCluster
    /// Of the role lectura; random.
    let password = randomPassword()

    static let reader = "lectura"
    static let database = "1245"

    /// Builds the world, what does not depend on each other at the same time. Three to six seconds on two cores.
    func build(log: (String) -> Void) throws {
        log("roles and databases 1245, 2207, nomina")
        try cluster.runSQL("\\set password '\(password)'\n" + text(PackageResources.databases_sql))
        let others = [
            try start(PackageResources.canales_sql, in: "2207"), try start(PackageResources.nomina_sql, in: "nomina"),
        ]
        _ = try start(PackageResources.public_sql, in: Self.database).rows()
        log("ventas, sensores, archivo: some 300,000 rows")
        let schemas = [
            try start(PackageResources.ventas_sql, in: Self.database), try start(PackageResources.sensores_sql, in: Self.database),
        ]
        for running in schemas { _ = try running.rows() }
        _ = try RunningSQL("ANALYZE", on: cluster, database: Self.database).rows()
        for running in others { _ = try running.rows() }
    }

    private func start(_ sql: [UInt8], in database: String) throws -> RunningSQL {
        try RunningSQL(text(sql), on: cluster, database: database)
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

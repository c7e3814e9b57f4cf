/// What `\d` prints differently from one major version of psql to another, apart from the facts that an older server does not have.
struct PsqlDialect: Sendable, Hashable {
    let major: Int

    /// TOAST compression of columns, with `+`.
    var showsCompression: Bool { major >= 14 }
    /// Until 13 all kinds of extended statistics are named; since then only where they are not all there are.
    var alwaysNamesStatisticsKinds: Bool { major < 14 }
    /// Until 13 schema and name of extended statistics stand in quotes each; since then together.
    var statisticsNameSeparator: String { major < 14 ? "\".\"" : "." }
    /// `, FOREIGN` behind a child that is a foreign table.
    var marksForeignChildren: Bool { major >= 16 }
    /// Until 17 foreign keys are looked for only where there are triggers (or it is partitioned).
    var findsForeignKeysByTriggers: Bool { major < 18 }
    /// Not-null constraints by name, with `+`.
    var listsNotNullConstraints: Bool { major >= 18 }

    /// What stands behind "Replica Identity:". psql 18 names the default where it means nothing, and nothing it does not know.
    func replicaIdentity(_ code: Character?) -> String {
        switch code {
        case "f": "FULL"
        case major < 18 ? "n" : "d": "NOTHING"
        default: "???"
        }
    }
}

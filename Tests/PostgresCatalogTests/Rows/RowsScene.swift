import DemoCluster
import EventLoop
import PostgresCatalog
import PostgresClient
import TestSupport

/// A database of a test's own on the shared server, whose rows are read as this program reads them.
struct RowsScene {
    let cluster: ThrowawayCluster
    let database: String

    init(_ sql: String) throws {
        cluster = try TestServer.shared()
        database = try cluster.createDatabase("rows", running: sql)
    }

    func role(_ grants: (String) -> String) throws -> String {
        let role = try cluster.createRole("reader", password: "unused")
        try cluster.runSQL(grants("\"\(role)\""), database: database)
        return role
    }

    /// The connection's parameters, over the socket or through a link.
    func parameters(user: String = "postgres", through link: BadLink? = nil) -> ConnectionParameters {
        guard let link else {
            return ConnectionParameters([
                "host": cluster.socketDirectory, "port": String(cluster.port), "user": user, "dbname": database,
            ])
        }
        return ConnectionParameters(
            ["host": cluster.host, "port": String(link.port), "user": user, "dbname": database, "sslmode": "disable"],
            password: Secret(cluster.superuserPassword))
    }

    func run<Value: Sendable>(
        user: String = "postgres", through link: BadLink? = nil, _ work: @escaping @Sendable (Connection) async throws -> Value
    ) throws -> Value {
        let parameters = parameters(user: user, through: link)
        return try EventLoop.run { loop in
            let connection = try await Connection.open(parameters, on: loop)
            let value = try await work(connection)
            await connection.close()
            return value
        }
    }

    func oid(_ relation: String) throws -> OID {
        OID(UInt32(try cluster.runSQL("SELECT '\(relation.replacing("'", with: "''"))'::regclass::oid", database: database)) ?? 0)
    }

    func source(_ relation: String, user: String = "postgres") throws -> RowSource {
        let oid = try oid(relation)
        return try run(user: user) { try await $0.source(of: oid) }
    }

    func page(_ relation: String, _ position: PagePosition = .first, user: String = "postgres") throws -> RowPage {
        let oid = try oid(relation)
        return try run(user: user) { connection in
            try await connection.ask(RowPageQuery(try await connection.source(of: oid), position), limits: .rows).get()
        }
    }

    /// Every page of a relation, one way or the other, as the keys of each lead on.
    func pages(_ relation: String, backward: Bool = false) throws -> [RowPage] {
        let oid = try oid(relation)
        return try run { connection in
            let source = try await connection.source(of: oid)
            var pages: [RowPage] = []
            var position: PagePosition? = backward ? .last : .first
            while let next = position {
                let page = try await connection.ask(RowPageQuery(source, next), limits: .rows).get()
                pages.append(page)
                position = nil
                if backward, page.hasPrevious, case .key(let key)? = page.rows.first?.locator { position = .before(key) }
                if !backward, page.hasNext, case .key(let key)? = page.rows.last?.locator { position = .after(key) }
            }
            return backward ? pages.reversed() : pages
        }
    }

    func value(_ column: String, of row: Int, _ relation: String, user: String = "postgres") throws -> WholeValueQuery.Found {
        let oid = try oid(relation)
        return try run(user: user) { connection in
            let source = try await connection.source(of: oid)
            let page = try await connection.ask(RowPageQuery(source), limits: .rows).get()
            let place = page.columns.firstIndex { $0.name == column }!
            return try await connection.ask(WholeValueQuery(source, page.columns[place], of: page.rows[row].locator), limits: .rows).get()
        }
    }

    /// What psql prints of a query, a line each.
    func psql(_ query: String) throws -> [String] {
        try cluster.runSQL("\\pset null '\u{1}'\n" + query, database: database).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }
}

extension Connection {
    func source(of relation: OID) async throws -> RowSource {
        let (facts, columns) = try await ask(RowSourceFactsQuery(relation), RowColumnsQuery(relation), limits: .catalog)
        guard let facts = try facts.get() else { throw RowsScene.Gone() }
        return RowSource(facts: facts, columns: try columns.get())
    }
}

extension RowsScene {
    struct Gone: Error {}
}

extension DataRow {
    /// The values' texts; nil is NULL.
    var texts: [String?] { values.map { $0?.text } }
}

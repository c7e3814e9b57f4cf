import PostgresCatalog
import PostgresClient
import Testing

@Suite("Databases of a real server")
struct DatabasesTests {
    let server: CatalogServer
    init() throws { server = try .shared.get() }

    @Test("names and their order are those of psql's \\l")
    func names() throws {
        let listed = try server.psql("\\l").map { $0[0] }.filter(CatalogServer.isSteady)
        #expect(try server.databases().map(\.name) == listed)
        #expect(listed.contains(CatalogWorld.hostileName))
    }

    @Test("owner, encoding, comment, limit and flags are those of the catalog")
    func attributes() throws {
        let databases = try server.databases()
        let closed = try #require(databases.first { $0.name == "closed" })
        #expect(closed.owner == "ncorrea")
        #expect(closed.encoding == "UTF8")
        #expect(closed.comment == "línea\ndos")
        #expect(closed.connectionLimit == -1)
        let unenterable = try #require(databases.first { $0.name == "nobody_enters" })
        #expect(!unenterable.allowsConnections)
        #expect(unenterable.mayConnect)
        #expect(!unenterable.canBeEntered)
        #expect(unenterable.isTemplate)
        #expect(unenterable.connectionLimit == 3)
    }

    @Test("privileges are what the server's own aclexplode says, whatever the roles are called")
    func privileges() throws {
        let closed = try #require(try server.databases().first { $0.name == "closed" })
        let ours = try #require(closed.privileges).flatMap { item in
            item.privileges.map { letter in
                [item.grantee, String(letter), item.grantable.contains(letter) ? "t" : "f", item.grantor]
            }
        }
        let theirs = try server.psql(
            """
            SELECT coalesce(e.rolname, ''),
              CASE a.privilege_type WHEN 'CREATE' THEN 'C' WHEN 'TEMPORARY' THEN 'T' ELSE 'c' END, a.is_grantable, r.rolname
            FROM pg_database d, aclexplode(d.datacl) a LEFT JOIN pg_roles e ON e.oid = a.grantee JOIN pg_roles r ON r.oid = a.grantor
            WHERE d.datname = 'closed';
            """)
        #expect(Set(ours) == Set(theirs))
        #expect(ours.contains { $0[0] == CatalogWorld.hostileRole })
    }

    @Test("default privileges are told apart from privileges given")
    func defaultPrivileges() throws {
        let databases = try server.databases()
        #expect(databases.first { $0.name == CatalogWorld.database }?.privileges == nil)
        #expect(databases.first { $0.name == "closed" }?.privileges?.isEmpty == false)
    }

    @Test("a role without CONNECT sees the closed database, may not ask its size, and sees all others")
    func closedDatabase() throws {
        let databases = try server.databases(user: "lectura")
        let closed = try #require(databases.first { $0.name == "closed" })
        #expect(!closed.mayConnect)
        #expect(!closed.mayAskSize)
        #expect(!closed.canBeEntered)
        for other in databases where other.name != "closed" { #expect(other.mayAskSize) }
        #expect(databases.map(\.name) == (try server.databases()).map(\.name))
    }

    @Test("a size that one may not ask is refused with 42501")
    func sizeWithoutRight() throws {
        let closed = try #require(try server.databases().first { $0.name == "closed" })
        let error = #expect(throws: PostgresError.self) { try server.ask(DatabaseSizeQuery(closed.oid), user: "lectura") }
        #expect(error?.sqlState == "42501")
    }

    @Test("a role that reads all statistics may ask the size of a closed database")
    func sizeByStatisticsRole() throws {
        let databases = try server.databases(user: CatalogWorld.hostileRole)
        let closed = try #require(databases.first { $0.name == "closed" })
        let size = try #require(try server.ask(DatabaseSizeQuery(closed.oid), user: CatalogWorld.hostileRole))
        #expect(size > 1_000_000)
    }

    @Test("the size of a database that has gone is nil")
    func sizeOfDropped() throws {
        #expect(try server.ask(DatabaseSizeQuery(OID(4_000_000_000))) == nil)
    }
}

import PostgresCatalog
import PostgresClient
import Testing

@Suite("Roles of a real server")
struct RolesTests {
    let server: CatalogServer
    init() throws { server = try .shared.get() }

    @Test("names and their order are those of psql's \\duS")
    func names() throws {
        #expect(try server.roles().map(\.name) == (try server.psql("\\duS").map { $0[0] }.filter(CatalogServer.isSteady)))
    }

    @Test("attributes, limit, memberships and comment are the catalog's, also for a role without rights")
    func attributes() throws {
        let roles = try server.roles(user: "lectura")
        let ncorrea = try #require(roles.first { $0.name == "ncorrea" })
        #expect(ncorrea.mayCreateDatabases && ncorrea.mayCreateRoles && ncorrea.inherits)
        #expect(!ncorrea.mayLogIn && !ncorrea.isSuperuser && !ncorrea.mayReplicate && !ncorrea.bypassesRowSecurity)
        #expect(ncorrea.connectionLimit == 7)
        #expect(ncorrea.memberOf == ["pg_monitor"])
        #expect(ncorrea.passwordValidUntil?.hasPrefix("2031-05-06") == true)
        #expect(roles.first { $0.name == CatalogWorld.hostileRole }?.memberOf == ["ncorrea"])
        #expect(roles.first { $0.name == "lectura" }?.comment == "reads")
        #expect(roles.first { $0.name == "postgres" }?.isSuperuser == true)
    }
}

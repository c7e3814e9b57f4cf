import PostgresCatalog
import PostgresClient
import Testing

@Suite("A relation under another session's ACCESS EXCLUSIVE lock")
struct LockedRelationTests {
    let server: CatalogServer
    init() throws { server = try .shared.get() }

    @Test("everything but printed expressions and sizes comes back, and those say that the lock was in the way")
    func locked() throws {
        let oid = try server.relation("locked", in: "other")
        let lock = try server.holdLock(on: "other.locked")
        defer { lock.release() }

        #expect(try server.ask(RelationFactsQuery(oid))?.relation.name == "locked")
        #expect(try server.ask(ColumnsQuery(oid)).map(\.name) == ["id", "n"])
        #expect(try server.ask(IndexesQuery(oid)).count == 3)
        let constraints = try server.ask(ConstraintsQuery(oid))
        #expect(constraints.filter { $0.kind == .foreignKey }.map(\.definition) == ["FOREIGN KEY (n) REFERENCES other.locked(id)"])
        #expect(constraints.filter { $0.kind == .unique }.map(\.definition) == ["UNIQUE (n)"])
        #expect(try server.ask(ReferencedByQuery(oid)).count == 1)
        let schema = try server.schema("other")
        #expect(try server.ask(RelationsQuery(schema: schema.oid, kinds: [.table])).contains { $0.oid == oid })
        #expect(try !server.ask(DatabasesQuery()).isEmpty)

        #expect(throws: PostgresError.self, performing: { try server.ask(DefaultsQuery(oid)) }).isLockTimeout()
        #expect(throws: PostgresError.self, performing: { try server.ask(IndexDefinitionsQuery(oid)) }).isLockTimeout()
        #expect(throws: PostgresError.self, performing: { try server.ask(ConstraintDefinitionsQuery(oid)) }).isLockTimeout()
        #expect(throws: PostgresError.self, performing: { try server.ask(RelationSizeQuery(oid)) }).isLockTimeout()
    }
}

extension PostgresError? {
    fileprivate func isLockTimeout(sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(self?.sqlState == "55P03", sourceLocation: sourceLocation)
    }
}

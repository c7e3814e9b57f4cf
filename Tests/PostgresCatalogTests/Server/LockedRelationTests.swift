import PostgresCatalog
import PostgresClient
import Testing

@Suite("A relation under another session's ACCESS EXCLUSIVE lock")
struct LockedRelationTests {
    let server: CatalogServer
    init() throws { server = try .shared.get() }

    @Test("everything but printed expressions and sizes comes back, and those say that the lock was in the way, and whose it is")
    func locked() throws {
        let oid = try server.relation("locked", in: "other")
        let lock = try server.holdLock(on: "other.locked")
        defer { lock.release() }

        let description = try server.description(oid)
        #expect(description.relation.name == "locked")
        #expect(description.columns.map(\.name) == ["id", "n"])
        #expect(description.indexes.count == 3)
        #expect(
            description.constraints.filter { $0.kind == .foreignKey }.map(\.definition)
                == ["FOREIGN KEY (n) REFERENCES other.locked(id)"])
        #expect(description.constraints.filter { $0.kind == .unique }.map(\.definition) == ["UNIQUE (n)"])
        #expect(description.referencedBy.count == 1)
        let schema = try server.schema("other")
        #expect(try server.ask(RelationsQuery(schema: schema.oid, kinds: [.table])).contains { $0.oid == oid })
        #expect(try !server.ask(DatabasesQuery()).isEmpty)

        let answer = try server.definitions([oid])
        #expect(answer.unavailable?.sqlState == "55P03")
        let definitions = try #require(answer.definitions[oid])
        #expect(definitions.defaults.isEmpty && definitions.indexes.isEmpty && definitions.constraints.isEmpty)
        #expect(definitions.sizes == nil)
        let holder = try #require(definitions.lockHolders.first)
        #expect(holder.application == lock.mark)
        #expect(holder.role == "postgres")
        #expect(holder.state == "active")
        #expect(holder.relation.name == "locked")
        #expect(holder.pid > 0 && holder.isGranted && holder.transactionStarted != nil)
    }
}

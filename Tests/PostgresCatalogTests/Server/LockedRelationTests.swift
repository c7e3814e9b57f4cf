import DemoCluster
import PostgresCatalog
import PostgresClient
import TestSupport
import Testing

@Suite("A relation under another session's ACCESS EXCLUSIVE lock")
struct LockedRelationTests {
    let server: CatalogServer
    init() throws { server = try .shared.get() }

    @Test("everything but printed expressions and sizes comes back, and those say that the lock was in the way, and whose it is")
    func locked() throws {
        let oid = try server.relation("locked", in: "other")
        let lock = try HeldLock(on: "other.locked", of: CatalogWorld.database, server.cluster)
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

    @Test("a view is described while a table that it reads is locked; its text is not to be had, and who has the table is named")
    func viewOfLockedTable() throws {
        let database = try server.cluster.createDatabase(
            "locked", running: "CREATE TABLE kept (a integer, b integer); CREATE VIEW seen AS SELECT a, b FROM kept")
        let oid = try relation("seen", in: database)
        let lock = try HeldLock(on: "kept", of: database, server.cluster)
        defer { lock.release() }
        #expect(try server.description(oid, database: database).columns.map(\.name) == ["a", "b"])
        let answer = try server.definitions([oid], database: database)
        #expect(answer.unavailable?.sqlState == "55P03")
        #expect(answer.definitions[oid]?.viewDefinition == nil)
        #expect(answer.definitions[oid]?.lockHolders.map(\.relation.name) == ["kept"])
    }

    @Test("a locked partition keeps the bounds and sizes of its parent's partitions from being told, and nothing else of the parent")
    func lockedPartition() throws {
        let database = try server.cluster.createDatabase(
            "locked",
            running: """
                CREATE TABLE whole (a integer DEFAULT 7 PRIMARY KEY) PARTITION BY RANGE (a);
                CREATE TABLE first PARTITION OF whole FOR VALUES FROM (0) TO (10);
                CREATE TABLE second PARTITION OF whole FOR VALUES FROM (10) TO (20);
                """)
        let oid = try relation("whole", in: database)
        #expect(try server.definitions(oid, database: database).childBounds.count == 2)
        let lock = try HeldLock(on: "second", of: database, server.cluster)
        defer { lock.release() }
        #expect(try server.description(oid, database: database).children.map(\.relation.name) == ["first", "second"])
        let answer = try server.definitions([oid], database: database)
        #expect(answer.unavailable?.sqlState == "55P03")
        let definitions = try #require(answer.definitions[oid])
        #expect(definitions.childBounds.isEmpty && definitions.childBytes.isEmpty)
        #expect(definitions.partitionKey == "RANGE (a)")
        #expect(definitions.defaults == [1: "7"])
        #expect(definitions.indexes.count == 1)
        #expect(definitions.lockHolders.map(\.relation.name) == ["second"])
    }

    @Test("a trigger's definition is told under a lock unless it has a WHEN, which is told afterwards")
    func triggers() throws {
        let database = try server.cluster.createDatabase(
            "locked",
            running: """
                CREATE TABLE watched (a integer);
                CREATE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
                CREATE TRIGGER always AFTER INSERT OR DELETE ON watched FOR EACH ROW EXECUTE FUNCTION watch();
                CREATE TRIGGER sometimes BEFORE UPDATE ON watched FOR EACH ROW WHEN (new.a > 3) EXECUTE FUNCTION watch();
                """)
        let oid = try relation("watched", in: database)
        let lock = try HeldLock(on: "watched", of: database, server.cluster)
        let triggers = try server.description(oid, database: database).triggers
        let locked = try server.definitions([oid], database: database)
        lock.release()
        #expect(triggers.map(\.name) == ["always", "sometimes"])
        #expect(triggers[0].definition?.hasSuffix("EXECUTE FUNCTION watch()") == true)
        #expect(triggers[1].definition == nil)
        #expect(triggers.map(\.timing) == [.after, .before])
        #expect(triggers[0].events == [.insert, .delete])
        #expect(triggers[0].function.name == "watch" && triggers[0].function.schema == "public")
        #expect(triggers[0].functionSource == "BEGIN RETURN NULL; END")
        #expect(locked.definitions[oid]?.triggers == [:])
        #expect(locked.unavailable?.sqlState == "55P03")
        try Self.untilFree {
            let definitions = try server.definitions([oid], database: database)
            guard definitions.unavailable == nil else { return false }
            return definitions.definitions[oid]?.triggers[triggers[1].oid]?.contains("WHEN (new.a > 3)") == true
        }
    }

    private func relation(_ name: String, in database: String) throws -> OID {
        try #require(try server.ask(RelationNamed(schema: "public", name: name), database: database))
    }

    /// A released lock goes with its session, a moment later.
    private static func untilFree(_ isTrue: () throws -> Bool) throws {
        for _ in 0..<20 where try isTrue() { return }
        Issue.record("still not so after twenty attempts")
    }
}

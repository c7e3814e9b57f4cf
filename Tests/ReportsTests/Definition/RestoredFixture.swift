import DemoCluster
import PostgresCatalog
import PostgresClient
import TestSupport

/// The fixture, and a database that was made from its definitions.
struct RestoredFixture: Sendable {
    static let shared = Result<RestoredFixture, any Error> { try RestoredFixture() }

    let original: RestorableDatabase
    let copy: RestorableDatabase
    let relations: [DefinedRelation]
    /// What became of each of ``relations``; nil where it is missing.
    let copies: [RelationName?]
    /// Holds the temporary relations of the copy.
    private let session: OpenSession

    private init() throws {
        let cluster = try TestServer.shared()
        original = RestorableDatabase(cluster: cluster, name: try Fixture.database())
        copy = RestorableDatabase(cluster: cluster, name: try cluster.createDatabase("restored"))
        relations = try original.everyRelation()

        let script = RestoreScript(relations)
        try Fixture.load(.surroundings, into: copy.name, on: cluster)
        try cluster.runSQL(script.lasting, database: copy.name)
        session = try OpenSession(on: cluster, database: copy.name)
        try session.run(script.temporary)
        try Fixture.load(.dependents, into: copy.name, on: cluster)

        let restored = try copy.everyRelation()
        let names = Dictionary(
            zip(DefinedRelation.keys(restored), restored.map(\.description.relation)), uniquingKeysWith: { first, _ in first })
        copies = DefinedRelation.keys(relations).map { names[$0] }
    }
}

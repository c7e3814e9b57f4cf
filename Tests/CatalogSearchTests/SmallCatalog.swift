import PostgresCatalog
import PostgresClient

@testable import CatalogSearch

/// A catalog of few names, and searches in it.
struct SmallCatalog {
    private(set) var index = NameIndex()
    private var nextOID: UInt32 = 16384

    init(_ database: String = "1245") { index.begin(database) }

    mutating func begin(_ database: String) { index.begin(database) }

    mutating func add(_ schema: String, _ name: String, _ kind: RelationKind = .table, columns: [String] = []) {
        nextOID += 1
        index.add([CatalogRelation(oid: OID(nextOID), schema: schema, name: name, kind: kind)])
        if !columns.isEmpty { index.add([CatalogColumns(relation: OID(nextOID), names: columns)]) }
    }

    mutating func addFunction(_ schema: String, _ name: String, _ arguments: String = "") {
        nextOID += 1
        index.add([
            CatalogFunction(
                oid: OID(nextOID), schema: schema, name: name, arguments: arguments, kind: .function)
        ])
    }

    /// What is found, the best first, written with its path below the database.
    func find(_ text: String, _ scope: CatalogFinder.Scope = .all) -> [String] {
        var finder = CatalogFinder(FuzzyPattern(text), scope: scope)
        while !finder.advance(over: index, budget: 1000) {}
        return paths(finder)
    }

    func paths(_ finder: CatalogFinder) -> [String] {
        finder.findings(in: index).map { finding in
            index.names(of: finding, matching: finder.pattern).dropFirst().map(\.text).joined(separator: ".")
        }
    }
}

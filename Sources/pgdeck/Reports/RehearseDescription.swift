internal import PostgresCatalog
internal import PostgresClient
internal import Reports

/// Asks about a made-up relation and prints it, to nobody. Types are looked up by name, and the program's pages mapped, at their first use,
/// which a report would wait for once its answer is here. A second thread does so while the first connects.
@Sendable func rehearseDescription() {
    let server = ServerVersion(major: 18)
    let relation = OID(1)
    let index = OID(2)

    let descriptions = DescriptionQueries([relation], detail: .verbose)
    let definitions = DefinitionQueries([relation], detail: .verbose)
    let nothing = Result<RowSet, PostgresError>.success(RowSet(columns: [], cells: []))
    _ = descriptions.decode(descriptions.statements(on: server).map { _ in nothing }, from: server)
    _ = definitions.decode(definitions.statements(on: server).map { _ in nothing }, from: server)

    var description = RelationDescription(
        relation: RelationName(oid: relation, schema: "public", name: "a", regclass: "a"), kind: .table, owner: "",
        columns: [Column(number: 1, name: "b", type: "integer", isNotNull: true, hasDefault: true)],
        indexes: [Index(oid: index, name: "c", accessMethod: "btree", isPrimary: true, isUnique: true, keys: ["b"])])
    description.privileges = AccessPrivilege(postgresText: "d=r*/e").map { [$0] }
    let defined = RelationDefinitions(defaults: [1: "0"], indexes: [index: "CREATE UNIQUE INDEX c ON a USING btree (b)"])
    var nowhere: [UInt8] = []
    PsqlPrinter(for: server).append(PsqlTable(describing: description, defined, on: server, verbose: true), to: &nowhere)
}

internal import PostgresCatalog
internal import PostgresClient
internal import Reports

/// Prints a made-up description to nowhere. Types are looked up by name, and the program's pages mapped, at their first use: half of what a
/// report of one relation takes once its answer is here. While the server starts a process for the session that costs nobody anything.
func rehearsePrinting() {
    let server = ServerVersion(major: 18)
    let index = OID(2)
    let description = RelationDescription(
        relation: RelationName(oid: OID(1), schema: "public", name: "a", regclass: "a"), kind: .table, owner: "",
        columns: [Column(number: 1, name: "b", type: "integer", isNotNull: true, hasDefault: true)],
        indexes: [Index(oid: index, name: "c", accessMethod: "btree", isPrimary: true, isUnique: true, keys: ["b"])])
    let definitions = RelationDefinitions(defaults: [1: "0"], indexes: [index: "CREATE UNIQUE INDEX c ON a USING btree (b)"])
    var nowhere: [UInt8] = []
    PsqlPrinter(for: server).append(PsqlTable(describing: description, definitions, on: server, verbose: true), to: &nowhere)
}

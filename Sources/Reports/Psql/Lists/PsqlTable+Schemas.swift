public import PostgresCatalog
public import PostgresClient

extension PsqlTable {
    /// psql's `\dn`, verbose for `\dn+`.
    /// - Parameter publications: those of the schema that the pattern is called by; see ``SchemaPublicationsQuery``.
    public init(_ schemas: [ListedSchema], publications: [String], isVerbose: Bool, on server: ServerVersion) {
        let headers = ["Name", "Owner"] + (isVerbose ? ["Access privileges", "Description"] : [])
        let rows = schemas.map { schema in
            [schema.name, schema.owner] + (isVerbose ? [psqlPrivileges(schema.privilegesText, on: server), schema.comment ?? ""] : [])
        }
        self.init(
            title: "List of schemas", columns: headers.map { Column($0) }, rows: rows,
            footers: publications.isEmpty ? [] : ["Publications:"] + publications.map { "    \"\($0)\"" }, countsRows: true)
    }
}

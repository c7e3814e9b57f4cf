public import PostgresCatalog
public import PostgresClient

extension PsqlTable {
    /// psql's `\dx`.
    public init(_ extensions: [ListedExtension], on server: ServerVersion) {
        let showsDefault = server.major >= 18
        let headers = ["Name", "Version"] + (showsDefault ? ["Default version"] : []) + ["Schema", "Description"]
        let rows = extensions.map { listed in
            [listed.name, listed.version] + (showsDefault ? [listed.defaultVersion ?? ""] : []) + [listed.schema, listed.comment ?? ""]
        }
        self.init(title: "List of installed extensions", columns: headers.map { Column($0) }, rows: rows, countsRows: true)
    }

    /// One of the tables of psql's `\dx+`.
    public init(_ contents: ExtensionContents) {
        self.init(
            title: "Objects in extension \"\(contents.name)\"", columns: [Column("Object description")],
            rows: contents.objects.map { [$0] }, countsRows: true)
    }
}

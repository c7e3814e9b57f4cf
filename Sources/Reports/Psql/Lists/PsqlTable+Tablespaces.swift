public import PostgresCatalog
public import PostgresClient

extension PsqlTable {
    /// psql's `\db`, verbose for `\db+`.
    public init(_ tablespaces: [ListedTablespace], isVerbose: Bool, on server: ServerVersion) {
        let headers = ["Name", "Owner", "Location"] + (isVerbose ? ["Access privileges", "Options", "Size", "Description"] : [])
        let rows = tablespaces.map { tablespace in
            let details = tablespace.details.map { details in
                [psqlPrivileges(details.privilegesText, on: server), details.options ?? "", details.size, details.comment ?? ""]
            }
            return [tablespace.name, tablespace.owner, tablespace.location] + (isVerbose ? details ?? [] : [])
        }
        self.init(title: "List of tablespaces", columns: headers.map { Column($0) }, rows: rows, countsRows: true)
    }
}

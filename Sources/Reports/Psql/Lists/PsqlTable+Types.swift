public import PostgresCatalog
public import PostgresClient

extension PsqlTable {
    /// psql's `\dT`, verbose for `\dT+`.
    public init(_ types: [ListedType], isVerbose: Bool, on server: ServerVersion) {
        let details = ["Internal name", "Size", "Elements", "Owner", "Access privileges"]
        let headers = ["Schema", "Name"] + (isVerbose ? details : []) + ["Description"]
        let rows = types.map { type in
            [type.schema, type.name] + (isVerbose ? type.details?.psqlCells(on: server) ?? [] : []) + [type.comment ?? ""]
        }
        self.init(title: "List of data types", columns: headers.map { Column($0) }, rows: rows, countsRows: true)
    }
}

extension ListedType.Details {
    fileprivate func psqlCells(on server: ServerVersion) -> [String] {
        let size =
            switch self.size {
            case .tuple: "tuple"
            case .variable: "var"
            case .bytes(let count): "\(count)"
            }
        return [internalName, size, labels.joined(separator: "\n"), owner, psqlPrivileges(privilegesText, on: server)]
    }
}

public import PostgresCatalog
public import PostgresClient

extension PsqlTable {
    /// psql's `\dp`.
    public init(_ relations: [RelationPrivileges], on server: ServerVersion) {
        let headers = ["Schema", "Name", "Type", "Access privileges", "Column privileges", "Policies"]
        let rows = relations.map { relation in
            [
                relation.schema, relation.name, relation.kind.reportName, psqlPrivileges(relation.privilegesText, on: server),
                relation.columns.map { "\($0.column):\n  \($0.privilegesText)" }.joined(separator: "\n"),
                relation.policies.map(\.psqlText).joined(separator: "\n"),
            ]
        }
        self.init(title: "Access privileges", columns: headers.map { Column($0) }, rows: rows, countsRows: true)
    }
}

extension RelationPrivileges.Policy {
    fileprivate var psqlText: String {
        name + (isPermissive ? "" : " (RESTRICTIVE)") + (command == "*" ? ":" : " (\(command)):") + (using.map { "\n  (u): " + $0 } ?? "")
            + (check.map { "\n  (c): " + $0 } ?? "") + (roles.map { "\n  to: " + $0 } ?? "")
    }
}

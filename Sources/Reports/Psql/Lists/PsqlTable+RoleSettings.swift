public import PostgresCatalog

extension PsqlTable {
    /// psql's `\drds`.
    public init(_ settings: [RoleSetting]) {
        self.init(
            title: "List of settings", columns: [Column("Role"), Column("Database"), Column("Settings")],
            rows: settings.map { [$0.role ?? "", $0.database ?? "", $0.settings.joined(separator: "\n")] }, countsRows: true)
    }
}

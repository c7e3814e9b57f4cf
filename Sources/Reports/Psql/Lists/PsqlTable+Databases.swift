public import PostgresCatalog
public import PostgresClient

extension PsqlTable {
    /// psql's `\l`, verbose for `\l+`. Each major has its own columns, some in another order.
    public init(_ databases: [ListedDatabase], isVerbose: Bool, on server: ServerVersion) {
        typealias Fact = (header: String, cell: (ListedDatabase) -> String)
        let provider: Fact = ("Locale Provider", { $0.localeProvider.map { "\($0)" } ?? "" })
        let locale: Fact = (server.major >= 17 ? "Locale" : "ICU Locale", { $0.locale ?? "" })
        let libc: [Fact] = [("Collate", \.collate), ("Ctype", \.ctype)]
        let locales: [Fact] =
            switch server.major {
            case ...14: libc
            case 15: libc + [locale, provider]
            default: [provider] + libc + [locale, ("ICU Rules", { $0.icuRules ?? "" })]
            }
        var facts: [Fact] = [("Name", \.name), ("Owner", \.owner), ("Encoding", \.encoding)] + locales
        facts.append(("Access privileges", { $0.privilegesText ?? "" }))
        if isVerbose {
            facts += [
                ("Size", { $0.mayAskSize ? $0.size ?? "" : "No Access" }), ("Tablespace", { $0.tablespace ?? "" }),
                ("Description", { $0.comment ?? "" }),
            ]
        }
        self.init(
            title: "List of databases", columns: facts.map { Column($0.header) },
            rows: databases.map { database in facts.map { $0.cell(database) } }, countsRows: true)
    }
}

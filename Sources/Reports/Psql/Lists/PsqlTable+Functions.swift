public import PostgresCatalog
public import PostgresClient

extension PsqlTable {
    /// psql's `\df`, verbose for `\df+`.
    public init(_ functions: [ListedFunction], isVerbose: Bool, on server: ServerVersion) {
        var headers = ["Schema", "Name", "Result data type", "Argument data types", "Type"]
        if isVerbose {
            headers += ["Volatility", "Parallel", "Owner", "Security"] + (server.major >= 18 ? ["Leakproof?"] : [])
            headers += ["Access privileges", "Language", server.major >= 16 ? "Internal name" : "Source code", "Description"]
        }
        let rows = functions.map { function in
            [function.schema, function.name, function.result ?? "", function.arguments, function.kind.psqlName]
                + (isVerbose ? function.details?.psqlCells(on: server) ?? [] : [])
        }
        self.init(title: "List of functions", columns: headers.map { Column($0) }, rows: rows, countsRows: true)
    }
}

extension FunctionKind {
    fileprivate var psqlName: String {
        switch self {
        case .aggregate: "agg"
        case .window: "window"
        case .procedure: "proc"
        case .function: "func"
        }
    }
}

extension ListedFunction.Details {
    fileprivate func psqlCells(on server: ServerVersion) -> [String] {
        // Since 16 the source of a function is told by its name alone, where that leads to machine code.
        let shown = server.major < 16 || language == "internal" || language == "c" ? source : ""
        return ["\(volatility)", "\(parallelSafety)", owner, isSecurityDefiner ? "definer" : "invoker"]
            + (server.major >= 18 ? [isLeakproof ? "yes" : "no"] : [])
            + [psqlPrivileges(privilegesText, on: server), language ?? "", shown, comment ?? ""]
    }
}

/// Privileges as a list shows them: since 17 an ACL that grants nothing says so.
func psqlPrivileges(_ text: String?, on server: ServerVersion) -> String {
    text == "" && server.major >= 17 ? "(none)" : text ?? ""
}

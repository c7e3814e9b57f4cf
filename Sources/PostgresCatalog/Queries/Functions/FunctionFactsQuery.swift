public import PostgresClient

/// One function with all that never waits for a lock; nil where it has been dropped.
public struct FunctionFactsQuery: Query {
    public let function: OID

    public init(_ function: OID) { self.function = function }

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT p.oid, n.nspname, p.proname, p.prokind, pg_catalog.pg_get_function_arguments(p.oid) AS arguments,
              pg_catalog.pg_get_function_result(p.oid) AS result, l.lanname, p.provolatile, p.proparallel, p.proisstrict, p.prosecdef,
              p.proleakproof, p.procost, p.proretset, p.prorows, p.prosupport, p.proconfig,
              pg_catalog.pg_get_userbyid(p.proowner) AS owner, p.proacl, d.description AS comment, p.prosrc, p.probin,
              a.aggkind, a.aggtransfn, pg_catalog.format_type(a.aggtranstype, NULL) AS aggtranstype, a.aggfinalfn, a.aggcombinefn,
              a.agginitval
            FROM pg_catalog.pg_proc p
              JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) p.pronamespace
              JOIN pg_catalog.pg_language l ON l.oid OPERATOR(pg_catalog.=) p.prolang
              LEFT JOIN pg_catalog.pg_aggregate a ON a.aggfnoid OPERATOR(pg_catalog.=) p.oid
              LEFT JOIN pg_catalog.pg_description d ON d.objoid OPERATOR(pg_catalog.=) p.oid
                AND d.classoid OPERATOR(pg_catalog.=) 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objsubid OPERATOR(pg_catalog.=) 0
            WHERE p.oid OPERATOR(pg_catalog.=) $1
            """, [.oid(function)])
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> FunctionDescription? {
        guard let row = rows.first else { return nil }
        return FunctionDescription(
            oid: try row.value("oid"), schema: try row.value("nspname"), name: try row.value("proname"), kind: try row.value("prokind"),
            arguments: try row.optional("arguments") ?? "", result: try row.optional("result"), language: try row.value("lanname"),
            volatility: try row.value("provolatile"), parallelSafety: try row.value("proparallel"),
            isStrict: try row.value("proisstrict"), isSecurityDefiner: try row.value("prosecdef"),
            isLeakproof: try row.value("proleakproof"), cost: try row.value("procost"),
            rows: try row.value("proretset") ? try row.value("prorows") : nil, supportFunction: try row.function("prosupport"),
            settings: try row.optional("proconfig") ?? [], owner: try row.value("owner"), privileges: try row.optional("proacl"),
            comment: try row.optional("comment"), source: try row.value("prosrc"), library: try row.optional("probin"),
            aggregate: try row.aggregate(), definition: nil)
    }
}

extension Row {
    fileprivate func aggregate() throws(DecodingFailure) -> FunctionDescription.Aggregate? {
        guard let kind: FunctionDescription.Aggregate.Kind = try optional("aggkind") else { return nil }
        return FunctionDescription.Aggregate(
            kind: kind, transitionFunction: try value("aggtransfn"), stateType: try value("aggtranstype"),
            finalFunction: try function("aggfinalfn"), combineFunction: try function("aggcombinefn"),
            initialValue: try optional("agginitval"))
    }

    /// A regproc; the server prints none as a hyphen.
    fileprivate func function(_ column: String) throws(DecodingFailure) -> String? {
        let name: String? = try optional(column)
        return name == "-" ? nil : name
    }
}

extension FunctionDescription.Aggregate.Kind: RowValue {
    public init?(postgresText text: String) {
        guard let code = Character(postgresText: text) else { return nil }
        self.init(rawValue: code)
    }
}

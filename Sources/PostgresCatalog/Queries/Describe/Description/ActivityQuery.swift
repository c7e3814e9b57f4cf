import PostgresClient

/// What was counted of tables since their statistics were reset: the columns of pg_stat_all_tables, by the functions below that view, which
/// answer for one relation without reading all.
struct ActivityQuery: DescriptionPart {
    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        guard detail == .full else { return nil }
        return Statement(
            """
            SELECT c.oid AS relation, pg_catalog.pg_stat_get_live_tuples(c.oid) AS n_live_tup,
              pg_catalog.pg_stat_get_dead_tuples(c.oid) AS n_dead_tup,
              pg_catalog.pg_stat_get_mod_since_analyze(c.oid) AS n_mod_since_analyze,
              extract(epoch FROM pg_catalog.pg_stat_get_last_vacuum_time(c.oid)) AS last_vacuum,
              extract(epoch FROM pg_catalog.pg_stat_get_last_autovacuum_time(c.oid)) AS last_autovacuum,
              extract(epoch FROM pg_catalog.pg_stat_get_last_analyze_time(c.oid)) AS last_analyze,
              extract(epoch FROM pg_catalog.pg_stat_get_last_autoanalyze_time(c.oid)) AS last_autoanalyze,
              pg_catalog.pg_stat_get_numscans(c.oid) AS seq_scan,
              (SELECT pg_catalog.sum(pg_catalog.pg_stat_get_numscans(i.indexrelid))::pg_catalog.int8
                FROM pg_catalog.pg_index i WHERE i.indrelid OPERATOR(pg_catalog.=) c.oid) AS idx_scan
            FROM pg_catalog.pg_class c
            WHERE c.oid OPERATOR(pg_catalog.=) ANY ($1)
              AND c.relkind OPERATOR(pg_catalog.=) ANY ('{r,m,t,p}'::pg_catalog."char"[])
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to descriptions: inout [OID: RelationDescription], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows {
            descriptions[try row.value("relation")]?.activity = RelationActivity(
                liveRows: try row.value("n_live_tup"), deadRows: try row.value("n_dead_tup"),
                changesSinceAnalyze: try row.value("n_mod_since_analyze"), lastVacuum: try row.optional("last_vacuum"),
                lastAutovacuum: try row.optional("last_autovacuum"), lastAnalyze: try row.optional("last_analyze"),
                lastAutoanalyze: try row.optional("last_autoanalyze"), sequentialScans: try row.value("seq_scan"),
                indexScans: try row.optional("idx_scan"))
        }
    }
}

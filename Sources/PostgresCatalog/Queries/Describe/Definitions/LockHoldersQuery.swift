import PostgresClient

/// The backends whose locks the definitions of relations wait for (pg_locks, pg_stat_activity): those that hold ACCESS EXCLUSIVE on a
/// relation, its indexes, its TOAST table, its parents or children, or on a table that its view, rules or policies read; and those that
/// wait for it, since they are waited for as well.
struct LockHoldersQuery: DefinitionPart {
    func statement(about relations: [OID], _ detail: DescriptionDetail, on server: ServerVersion) -> Statement? {
        Statement(
            """
            WITH needed(relation, target) AS (
              SELECT r, r FROM pg_catalog.unnest($1) r
              UNION SELECT i.indrelid, i.indexrelid FROM pg_catalog.pg_index i WHERE i.indrelid OPERATOR(pg_catalog.=) ANY ($1)
              UNION SELECT i.indexrelid, i.indrelid FROM pg_catalog.pg_index i WHERE i.indexrelid OPERATOR(pg_catalog.=) ANY ($1)
              UNION SELECT c.oid, c.reltoastrelid FROM pg_catalog.pg_class c WHERE c.oid OPERATOR(pg_catalog.=) ANY ($1)
              UNION SELECT i.inhparent, i.inhrelid FROM pg_catalog.pg_inherits i WHERE i.inhparent OPERATOR(pg_catalog.=) ANY ($1)
              UNION SELECT r, p.relid::pg_catalog.oid
                FROM pg_catalog.unnest($1) r, pg_catalog.pg_partition_ancestors(r::pg_catalog.regclass) p(relid)
              UNION SELECT w.ev_class, d.refobjid
                FROM pg_catalog.pg_rewrite w JOIN pg_catalog.pg_depend d ON d.objid OPERATOR(pg_catalog.=) w.oid
                  AND d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_rewrite'::pg_catalog.regclass
                  AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                WHERE w.ev_class OPERATOR(pg_catalog.=) ANY ($1)
              UNION SELECT w.polrelid, d.refobjid
                FROM pg_catalog.pg_policy w JOIN pg_catalog.pg_depend d ON d.objid OPERATOR(pg_catalog.=) w.oid
                  AND d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_policy'::pg_catalog.regclass
                  AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                WHERE w.polrelid OPERATOR(pg_catalog.=) ANY ($1))
            SELECT x.relation, coalesce(l.pid, 0) AS pid, a.usename, a.application_name, a.state,
              extract(epoch FROM a.xact_start) AS xact_start, l.mode, l.granted,
              \(RelationName.selectList("locked", class: "c", namespace: "n"))
            FROM pg_catalog.pg_locks l
              JOIN needed x ON x.target OPERATOR(pg_catalog.=) l.relation
              JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) l.relation
              JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
              LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid OPERATOR(pg_catalog.=) l.pid
            WHERE l.locktype OPERATOR(pg_catalog.=) 'relation' AND l.mode OPERATOR(pg_catalog.=) 'AccessExclusiveLock'
              AND l.database OPERATOR(pg_catalog.=) ANY (ARRAY(
                SELECT b.oid FROM pg_catalog.pg_database b
                WHERE b.datname OPERATOR(pg_catalog.=) pg_catalog.current_database() UNION ALL SELECT 0::pg_catalog.oid))
            ORDER BY l.granted DESC, a.xact_start, l.pid
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to definitions: inout [OID: RelationDefinitions], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows {
            definitions[try row.value("relation")]?.lockHolders.append(
                LockHolder(
                    pid: try row.value("pid"), role: try row.optional("usename"), application: try row.optional("application_name"),
                    transactionStarted: try row.optional("xact_start"), state: try row.optional("state"),
                    relation: try RelationName(row, "locked"), mode: try row.value("mode"), isGranted: try row.value("granted")))
        }
    }
}

import PostgresClient

/// The backends whose locks the definitions of relations wait for (pg_locks, pg_stat_activity): those that hold ACCESS EXCLUSIVE on a
/// relation, its indexes, its TOAST table, its parents or children, or on a table that its view, rules or policies read; and those that
/// wait for it, since they are waited for as well.
struct LockHoldersQuery: Query {
    let relations: [OID]

    func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT x.relation, coalesce(l.pid, 0) AS pid, pg_catalog.pg_get_userbyid(a.usesysid) AS role, a.application_name, a.state,
              extract(epoch FROM a.xact_start) AS xact_start, l.mode, l.granted,
              \(RelationName.selectList("locked", of: "l.relation"))
            FROM (
                SELECT l.pid, l.relation, l.mode, l.granted
                FROM pg_catalog.pg_lock_status() l
                WHERE l.locktype OPERATOR(pg_catalog.=) 'relation' AND l.mode OPERATOR(pg_catalog.=) 'AccessExclusiveLock'
                  AND l.database OPERATOR(pg_catalog.=) ANY (ARRAY[0::pg_catalog.oid, (SELECT b.oid FROM pg_catalog.pg_database b
                    WHERE b.datname OPERATOR(pg_catalog.=) pg_catalog.current_database())])
                OFFSET 0) l
              JOIN (
                SELECT r, r FROM pg_catalog.unnest($1) r
                UNION ALL SELECT i.indrelid, i.indexrelid FROM pg_catalog.pg_index i WHERE i.indrelid OPERATOR(pg_catalog.=) ANY ($1)
                UNION ALL SELECT i.indexrelid, i.indrelid FROM pg_catalog.pg_index i WHERE i.indexrelid OPERATOR(pg_catalog.=) ANY ($1)
                UNION ALL SELECT c.oid, c.reltoastrelid FROM pg_catalog.pg_class c WHERE c.oid OPERATOR(pg_catalog.=) ANY ($1)
                UNION ALL SELECT i.inhparent, i.inhrelid FROM pg_catalog.pg_inherits i
                  WHERE i.inhparent OPERATOR(pg_catalog.=) ANY ($1)
                UNION ALL SELECT r, p.relid::pg_catalog.oid
                  FROM pg_catalog.unnest($1) r, pg_catalog.pg_partition_ancestors(r::pg_catalog.regclass) p(relid)
                  WHERE p.relid OPERATOR(pg_catalog.<>) r
                UNION ALL SELECT w.relation, d.refobjid
                  FROM (
                    SELECT w.ev_class, w.oid, 'pg_catalog.pg_rewrite'::pg_catalog.regclass::pg_catalog.oid
                      FROM pg_catalog.pg_rewrite w WHERE w.ev_class OPERATOR(pg_catalog.=) ANY ($1)
                    UNION ALL SELECT w.polrelid, w.oid, 'pg_catalog.pg_policy'::pg_catalog.regclass::pg_catalog.oid
                      FROM pg_catalog.pg_policy w WHERE w.polrelid OPERATOR(pg_catalog.=) ANY ($1)) w(relation, oid, catalog)
                  JOIN pg_catalog.pg_depend d ON d.objid OPERATOR(pg_catalog.=) w.oid
                    AND d.classid OPERATOR(pg_catalog.=) w.catalog AND d.refobjid OPERATOR(pg_catalog.<>) w.relation
                    AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass) x(relation, target)
                ON x.target OPERATOR(pg_catalog.=) l.relation
              LEFT JOIN LATERAL pg_catalog.pg_stat_get_activity(coalesce(l.pid, 0)) a ON true
            ORDER BY l.granted DESC, a.xact_start, l.pid
            """, [.oids(relations)])
    }

    /// A view that reads several columns of a table depends on it as many times.
    func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> [OID: [LockHolder]] {
        var holders: [OID: [LockHolder]] = [:]
        for row in rows {
            guard let locked = try RelationName.optional(row, "locked") else { continue }
            let holder = LockHolder(
                pid: try row.value("pid"), role: try row.optional("role"), application: try row.optional("application_name"),
                transactionStarted: try row.optional("xact_start"), state: try row.optional("state"), relation: locked,
                mode: try row.value("mode"), isGranted: try row.value("granted"))
            let relation: OID = try row.value("relation")
            if holders[relation]?.contains(holder) != true { holders[relation, default: []].append(holder) }
        }
        return holders
    }
}

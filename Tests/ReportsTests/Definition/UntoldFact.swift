/// What makes up a relation beside its `\d+`, as a question whose rows are equal in two equal databases.
enum UntoldFact: String, CaseIterable, Sendable {
    case ownersAndPrivileges, columnPrivileges, columnSettings, comments, statistics, indexes, constraints, triggers

    private static let lasting =
        "c.oid >= 16384 AND c.relpersistence <> 't' AND c.relkind <> 't' AND c.relnamespace <> 'pg_toast'::regnamespace"

    var sql: String {
        let lasting = Self.lasting
        return switch self {
        case .ownersAndPrivileges:
            """
            SELECT c.oid::regclass, pg_get_userbyid(c.relowner), c.relacl IS NULL, \(acl("c.relacl")), c.reloptions, t.reloptions
            FROM pg_class c LEFT JOIN pg_class t ON t.oid = c.reltoastrelid WHERE \(lasting)
            """
        case .columnPrivileges:
            """
            SELECT c.oid::regclass, a.attname, \(acl("a.attacl"))
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE \(lasting) AND a.attacl IS NOT NULL
            """
        case .columnSettings:
            """
            SELECT c.oid::regclass, a.attname, a.attstattarget, a.attstorage, a.attoptions, a.attidentity, a.attgenerated, a.attinhcount,
              pg_get_serial_sequence(c.oid::regclass::text, a.attname)
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE \(lasting) AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f', 'm', 'i', 'I')
            """
        case .comments:
            """
            SELECT o.type, o.identity, d.description FROM pg_description d, pg_identify_object(d.classoid, d.objoid, d.objsubid) o
            WHERE d.objoid >= 16384 AND o.identity !~ 'pg_temp' AND d.classoid IN ('pg_class'::regclass, 'pg_constraint'::regclass,
              'pg_trigger'::regclass, 'pg_rewrite'::regclass, 'pg_policy'::regclass, 'pg_statistic_ext'::regclass)
            """
        case .statistics:
            """
            SELECT stxrelid::regclass, stxnamespace::regnamespace, stxname, pg_get_userbyid(stxowner), stxstattarget, stxkind, stxkeys
            FROM pg_statistic_ext
            """
        case .indexes:
            """
            SELECT c.oid::regclass, i.indisclustered, i.indisreplident, h.inhparent::regclass, o.conname, o.contype
            FROM pg_class c JOIN pg_index i ON i.indexrelid = c.oid LEFT JOIN pg_inherits h ON h.inhrelid = c.oid
              LEFT JOIN pg_constraint o ON o.conindid = c.oid AND o.contype IN ('p', 'u', 'x') WHERE \(lasting)
            """
        case .constraints:
            """
            SELECT c.oid::regclass, o.conname, o.contype, pg_get_constraintdef(o.oid), o.convalidated,
              o.contype IN ('c', 'n') AND o.connoinherit, o.conparentid <> 0
            FROM pg_class c JOIN pg_constraint o ON o.conrelid = c.oid WHERE \(lasting)
            """
        case .triggers:
            """
            SELECT c.oid::regclass, t.tgname, pg_get_triggerdef(t.oid), t.tgenabled, t.tgisinternal
            FROM pg_class c JOIN pg_trigger t ON t.tgrelid = c.oid WHERE \(lasting) AND t.tgconstraint = 0
            """
        }
    }

    private func acl(_ column: String) -> String { "ARRAY(SELECT i::text FROM unnest(\(column)) AS i ORDER BY 1)" }
}

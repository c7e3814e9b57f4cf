public import PostgresClient

/// The databases of psql's `\l`, in its order; a verbose list asks the size of each, which takes its time.
public struct DatabaseListQuery: RowQuery {
    public let pattern: NamePattern?
    public let isVerbose: Bool

    public init(pattern: NamePattern? = nil, isVerbose: Bool = false) {
        self.pattern = pattern
        self.isVerbose = isVerbose
    }

    public func statement(on server: ServerVersion) -> Statement {
        let conditions = PatternConditions(pattern, name: "d.datname")
        let locale = server.major >= 17 ? "d.datlocale" : server.major >= 15 ? "d.daticulocale" : "NULL"
        // Whoever reads all statistics may ask too; before 15 psql does not.
        let statistics = server.major >= 15 ? " OR pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE')" : ""
        let details = """
            , t.spcname, s.description, CASE WHEN pg_catalog.has_database_privilege(d.oid, 'CONNECT')\(statistics)
                  THEN pg_catalog.pg_database_size(d.oid) END AS bytes
            """
        let joins = """
            JOIN pg_catalog.pg_tablespace t ON t.oid OPERATOR(pg_catalog.=) d.dattablespace
                LEFT JOIN pg_catalog.pg_shdescription s ON s.objoid OPERATOR(pg_catalog.=) d.oid
                  AND s.classoid OPERATOR(pg_catalog.=) 'pg_catalog.pg_database'::pg_catalog.regclass
            """
        return Statement(
            """
            SELECT l.*\(isVerbose ? ", pg_catalog.pg_size_pretty(l.bytes) AS size" : "")
            FROM (
              SELECT d.oid, d.datname, pg_catalog.pg_get_userbyid(d.datdba) AS owner,
                pg_catalog.pg_encoding_to_char(d.encoding) AS encoding, d.datcollate, d.datctype,
                \(server.major >= 15 ? "d.datlocprovider" : "'c'") AS provider, \(locale) AS locale,
                \(server.major >= 16 ? "d.daticurules" : "NULL") AS rules,
                d.datacl, pg_catalog.array_to_string(d.datacl, E'\\n') AS acl_text,
                pg_catalog.has_database_privilege(d.oid, 'CONNECT')\(statistics) AS may_ask_size\(isVerbose ? details : "")
              FROM pg_catalog.pg_database d
                \(isVerbose ? joins : "")
              \(PatternConditions.whereClause(conditions.clauses))
            ) l
            ORDER BY l.datname
            """, conditions.parameters)
    }

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> ListedDatabase {
        let provider: Character = try row.value("provider")
        var database = ListedDatabase(
            oid: try row.value("oid"), name: try row.value("datname"), owner: try row.value("owner"),
            encoding: try row.value("encoding"), collate: try row.value("datcollate"), ctype: try row.value("datctype"),
            localeProvider: ListedDatabase.LocaleProvider(rawValue: provider), locale: try row.optional("locale"),
            icuRules: try row.optional("rules"), privileges: try row.optional("datacl"),
            privilegesText: try row.optional("acl_text"),
            // NULL where the database went between the snapshot and the question for the privilege.
            mayAskSize: try row.optional("may_ask_size") ?? false)
        if isVerbose {
            database.bytes = try row.optional("bytes")
            database.size = try row.optional("size")
            database.tablespace = try row.value("spcname")
            database.comment = try row.optional("description")
        }
        return database
    }
}

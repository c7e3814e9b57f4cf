public import PostgresClient

/// The sequences of the session's database that are nearest to their end (pg_sequence, pg_sequence_last_value), those that cycle left out.
///
/// The server tells a sequence's last value only under ROW EXCLUSIVE, the lock of nextval, which goes with the end of the question. It
/// would wait behind ALTER SEQUENCE, so a sequence that another session has locked is not asked, and the limit on waiting is short. Of many
/// sequences the 200 are asked whose table has the most rows, or got the most, for the length of the way from beginning to end. Needs USAGE
/// or SELECT on a sequence; without, that one is not known.
public struct SequencesProbe: Probe {
    public static let name: ProbeName = "sequences"
    public static let topics: Set<Topic> = [.health]
    public static let right = Right.select("ALL SEQUENCES IN SCHEMA public")
    public static let interval = ProbeInterval.every(.seconds(300))
    public static let deadline = Duration.seconds(2)
    public static let lockWait = Duration.milliseconds(50)

    /// Each takes a lock, and the server has room for some 64 a session (max_locks_per_transaction).
    private static let asked = 200

    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            WITH q AS MATERIALIZED (
              SELECT s.seqrelid, s.seqincrement, s.seqmin, s.seqmax, c.relname, c.relnamespace, pg_catalog.count(*) OVER () AS total,
                coalesce(pg_catalog.has_sequence_privilege(s.seqrelid, 'SELECT, USAGE'), false) AS permitted
              FROM pg_catalog.pg_sequence s JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) s.seqrelid
                LEFT JOIN pg_catalog.pg_depend d ON d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                  AND d.objid OPERATOR(pg_catalog.=) s.seqrelid AND d.deptype OPERATOR(pg_catalog.=) ANY ('{a,i}'::pg_catalog."char"[])
                  AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                LEFT JOIN pg_catalog.pg_class t ON t.oid OPERATOR(pg_catalog.=) d.refobjid
              WHERE NOT s.seqcycle AND c.relpersistence OPERATOR(pg_catalog.=) 'p'
              ORDER BY greatest(t.reltuples, pg_catalog.pg_stat_get_tuples_inserted(t.oid), 1)::pg_catalog.float8
                OPERATOR(pg_catalog./) (s.seqmax::pg_catalog.float8 OPERATOR(pg_catalog.-) s.seqmin)
                OPERATOR(pg_catalog.*) pg_catalog.abs(s.seqincrement) DESC, s.seqrelid
              LIMIT \(Self.asked)),
            v AS MATERIALIZED (
              SELECT q.*, pg_catalog.count(*) OVER () AS asked, pg_catalog.count(*) FILTER (WHERE NOT q.permitted) OVER () AS forbidden,
                CASE WHEN q.permitted AND q.seqrelid OPERATOR(pg_catalog.<>) ALL (ARRAY(SELECT l.relation FROM pg_catalog.pg_locks l
                    WHERE l.relation IS NOT NULL AND l.mode OPERATOR(pg_catalog.=) ANY
                      ('{ShareLock,ShareRowExclusiveLock,ExclusiveLock,AccessExclusiveLock}'::pg_catalog.text[])))
                  THEN pg_catalog.pg_sequence_last_value(q.seqrelid) END AS last
              FROM q)
            SELECT n.nspname AS schema, v.relname AS name, v.last, v.seqincrement, v.seqmin, v.seqmax, v.total, v.asked, v.forbidden,
              ARRAY(SELECT DISTINCT pg_catalog.quote_ident(n.nspname) FROM q JOIN pg_catalog.pg_namespace n
                ON n.oid OPERATOR(pg_catalog.=) q.relnamespace WHERE NOT q.permitted ORDER BY 1 LIMIT 5) AS forbidden_in
            FROM v JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) v.relnamespace
            ORDER BY CASE WHEN v.seqincrement OPERATOR(pg_catalog.>) 0
                THEN v.last::pg_catalog.float8 OPERATOR(pg_catalog.-) v.seqmin
                ELSE v.seqmax::pg_catalog.float8 OPERATOR(pg_catalog.-) v.last END
              OPERATOR(pg_catalog./) (v.seqmax::pg_catalog.float8 OPERATOR(pg_catalog.-) v.seqmin OPERATOR(pg_catalog.+) 1) DESC NULLS LAST,
              v.seqrelid
            LIMIT \(Self.shown)
            """)
    }

    private static let shown = 20

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> SequenceUse {
        guard let first = rows.first else { return SequenceUse() }
        let schemas: [String] = try first.value("forbidden_in")
        var use = SequenceUse(
            total: try first.value("total"), asked: try first.value("asked"), forbidden: try first.value("forbidden"),
            missingRights: schemas.map { .select("ALL SEQUENCES IN SCHEMA \($0)") })
        for row in rows {
            // The rest has not been used, is locked or is not to be seen.
            guard let last: Int64 = try row.optional("last") else { break }
            use.fullest.append(
                SequenceUse.Sequence(
                    schema: try row.value("schema"), name: try row.value("name"), last: last, increment: try row.value("seqincrement"),
                    minimum: try row.value("seqmin"), maximum: try row.value("seqmax")))
        }
        return use
    }
}

public struct SequenceUse: Sendable, Hashable, Codable {
    /// The nearest to their end first; at most 20, used ones only.
    public var fullest: [Sequence]
    /// Permanent sequences that do not cycle.
    public var total: Int
    /// Of ``total``, the likeliest to be near their end; at most 200.
    public var asked: Int
    /// Of ``asked``, those on which this role has neither USAGE nor SELECT.
    public var forbidden: Int
    /// What would show those, for the first five of their schemas.
    public var missingRights: [Right]

    public init(fullest: [Sequence] = [], total: Int = 0, asked: Int = 0, forbidden: Int = 0, missingRights: [Right] = []) {
        self.fullest = fullest
        self.total = total
        self.asked = asked
        self.forbidden = forbidden
        self.missingRights = missingRights
    }

    public struct Sequence: Sendable, Hashable, Codable {
        public var schema: String
        public var name: String
        public var last: Int64
        public var increment: Int64
        public var minimum: Int64
        public var maximum: Int64

        public init(schema: String, name: String, last: Int64, increment: Int64 = 1, minimum: Int64 = 1, maximum: Int64 = .max) {
            self.schema = schema
            self.name = name
            self.last = last
            self.increment = increment
            self.minimum = minimum
            self.maximum = maximum
        }

        /// 0 ... 1 of the way from its beginning to its end.
        public var usedFraction: Double {
            let way = Double(maximum) - Double(minimum)
            guard way > 0 else { return 1 }
            return (increment > 0 ? Double(last) - Double(minimum) : Double(maximum) - Double(last)) / way
        }
    }
}

extension Snapshot {
    public var sequences: Reading<SequenceUse> { self[SequencesProbe.self] }
}

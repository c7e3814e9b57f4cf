import PostgresClient

extension SequenceParameters {
    /// The columns of pg_sequence, by its alias `s`.
    static let selectList = """
        pg_catalog.format_type(s.seqtypid, NULL) AS type, s.seqstart, s.seqmin, s.seqmax, s.seqincrement, s.seqcycle, s.seqcache
        """

    init(_ row: Row, owner: SequenceOwner? = nil) throws(DecodingFailure) {
        self.init(
            type: try row.value("type"), start: try row.value("seqstart"), minimum: try row.value("seqmin"),
            maximum: try row.value("seqmax"), increment: try row.value("seqincrement"), cycles: try row.value("seqcycle"),
            cache: try row.value("seqcache"), owner: owner)
    }
}

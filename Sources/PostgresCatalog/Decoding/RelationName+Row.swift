import PostgresClient

extension RelationName {
    /// The columns `<name>_oid`, `_identity` and `_regclass` of the relation that an expression names by OID; NULL where it is NULL.
    ///
    /// By functions that ask the server's cache and not by joins: planning those takes longer than answering for one relation.
    static func selectList(_ name: String, of oid: String) -> String {
        """
        \(oid) AS \(name)_oid,
          (pg_catalog.pg_identify_object('pg_catalog.pg_class'::pg_catalog.regclass, \(oid), 0)).identity AS \(name)_identity,
          \(oid)::pg_catalog.regclass AS \(name)_regclass
        """
    }

    /// - Returns: nil where the relation is NULL, or went while it was asked.
    static func optional(_ row: Row, _ name: String) throws(DecodingFailure) -> RelationName? {
        guard let identity: QuotedName = try row.optional(name + "_identity"), identity.parts.count == 2 else { return nil }
        return RelationName(
            oid: try row.value(name + "_oid"), schema: identity.parts[0], name: identity.parts[1],
            regclass: try row.value(name + "_regclass"))
    }
}

import PostgresClient

extension RelationName {
    /// The columns `<name>_oid`, `_schema`, `_name` and `_regclass` of a pg_class and its pg_namespace, by their aliases.
    static func selectList(_ name: String, class relation: String, namespace: String) -> String {
        """
        \(relation).oid AS \(name)_oid, \(namespace).nspname AS \(name)_schema, \(relation).relname AS \(name)_name,
          \(relation).oid::pg_catalog.regclass AS \(name)_regclass
        """
    }

    init(_ row: Row, _ name: String) throws(DecodingFailure) {
        self.init(
            oid: try row.value(name + "_oid"), schema: try row.value(name + "_schema"), name: try row.value(name + "_name"),
            regclass: try row.value(name + "_regclass"))
    }
}

/// The relations of `$1`, each with itself and with what it is a partition of, as the common table `lineage(relation, ancestor)`.
enum Lineage {
    static let commonTable = """
        WITH lineage(relation, ancestor) AS (
          SELECT r, r FROM pg_catalog.unnest($1) r
          UNION
          SELECT r, p.relid::pg_catalog.oid
          FROM pg_catalog.unnest($1) r, pg_catalog.pg_partition_ancestors(r::pg_catalog.regclass) p(relid))
        """
}

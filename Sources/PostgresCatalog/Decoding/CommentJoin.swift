/// Joins an object's comment as `d.description`. obj_description for each row takes four times as long, and until 13 its body calls
/// operators by the session's search_path.
func commentJoin(of object: String, in catalog: String, part: String = "0") -> String {
    """
    LEFT JOIN pg_catalog.pg_description d ON d.objoid OPERATOR(pg_catalog.=) \(object)
        AND d.classoid OPERATOR(pg_catalog.=) 'pg_catalog.\(catalog)'::pg_catalog.regclass
        AND d.objsubid OPERATOR(pg_catalog.=) \(part)
    """
}

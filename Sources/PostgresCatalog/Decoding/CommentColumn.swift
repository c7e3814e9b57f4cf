/// An object's comment as a column, by a subquery: obj_description for each row takes four times as long, and until 13 its body calls
/// operators by the session's search_path. psql's text holds no comments but those of columns, so only a full description asks for others.
func commentColumn(of object: String, in catalog: String, part: String = "0", _ detail: DescriptionDetail = .full) -> String {
    guard detail == .full else { return "NULL AS comment" }
    return """
        (SELECT d.description FROM pg_catalog.pg_description d
            WHERE d.objoid OPERATOR(pg_catalog.=) \(object) AND d.objsubid OPERATOR(pg_catalog.=) \(part)
              AND d.classoid OPERATOR(pg_catalog.=) 'pg_catalog.\(catalog)'::pg_catalog.regclass) AS comment
        """
}

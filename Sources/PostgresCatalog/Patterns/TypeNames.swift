public import PostgresClient

extension NamePattern {
    /// A pattern for the name of a type: since 14 psql takes some names for those that the server prints.
    public init(type text: String, on server: ServerVersion, database: String) throws(PatternError) {
        let name = server.major >= 14 ? typeNames[text.lowercased()] ?? text : text
        try self.init(name, .schemaAndName, on: server, database: database)
    }
}

/// Names that SQL takes and the server never prints, and those of arrays whose element the server prints otherwise.
private let typeNames = [
    "decimal": "numeric", "float": "double precision", "int": "integer", "bool[]": "boolean[]", "decimal[]": "numeric[]",
    "float[]": "double precision[]", "float4[]": "real[]", "float8[]": "double precision[]", "int[]": "integer[]", "int2[]": "smallint[]",
    "int4[]": "integer[]", "int8[]": "bigint[]", "time[]": "time without time zone[]", "timetz[]": "time with time zone[]",
    "timestamp[]": "timestamp without time zone[]", "timestamptz[]": "timestamp with time zone[]", "varbit[]": "bit varying[]",
    "varchar[]": "character varying[]",
]

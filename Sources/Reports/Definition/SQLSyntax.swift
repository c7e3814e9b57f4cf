import PostgresCatalog

/// Names and texts as the server's quote_ident and quote_literal would write them.
public enum SQLSyntax {
    /// In double quotes unless it is of lower-case letters, digits and underscores, does not begin with a digit, and is no keyword but an
    /// unreserved one.
    public static func identifier(_ name: String) -> String {
        let isPlain =
            !name.isEmpty
            && name.utf8.enumerated().allSatisfy { position, byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"): true
                case UInt8(ascii: "0")...UInt8(ascii: "9"): position > 0
                default: false
                }
            }
        return isPlain && !keywords.contains(name) ? name : enclosed(name, by: "\"")
    }

    /// `schema.name`. Every temporary schema is written as the session's own, the only one in which something can be made.
    public static func name(_ schema: String, _ name: String) -> String {
        identifier(ownSchema(schema)) + "." + identifier(name)
    }

    /// The schema itself, or for any session's temporary one the name that the session at hand has for its own.
    static func ownSchema(_ schema: String) -> String { schema.hasPrefix("pg_temp_") ? "pg_temp" : schema }

    static func name(_ relation: RelationName) -> String { name(relation.schema, relation.name) }

    /// In single quotes, with an E before them where there is a backslash.
    static func literal(_ text: String) -> String {
        guard text.unicodeScalars.contains("\\") else { return enclosed(text, by: "'") }
        var doubled = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "\\" { doubled.append(scalar) }
            doubled.append(scalar)
        }
        return "E" + enclosed(String(doubled), by: "'")
    }

    static func list(_ names: some Sequence<String>) -> String { names.map(identifier).joined(separator: ", ") }

    /// `key=value` of reloptions or attoptions as a clause takes it.
    static func options(_ options: [String], prefix: String = "") -> [String] {
        options.map { option in
            let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return prefix + identifier(String(parts[0])) + "=" + literal(parts.count > 1 ? String(parts[1]) : "")
        }
    }

    // By scalars: a combining mark after a quote would make one character of both.
    private static func enclosed(_ text: String, by quote: Unicode.Scalar) -> String {
        var quoted = String.UnicodeScalarView([quote])
        for scalar in text.unicodeScalars {
            if scalar == quote { quoted.append(scalar) }
            quoted.append(scalar)
        }
        quoted.append(quote)
        return String(quoted)
    }

    /// The keywords of PostgreSQL 13 to 18 that may not stand everywhere as a name (pg_get_keywords, all but the unreserved).
    private static let keywords = Set(
        """
        all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case cast char character
        check coalesce collate collation column concurrently constraint create cross current_catalog current_date current_role
        current_schema current_time current_timestamp current_user dec decimal default deferrable desc distinct do else end except exists
        extract false fetch float for foreign freeze from full grant greatest group grouping having ilike in initially inner inout int
        integer intersect interval into is isnull join json json_array json_arrayagg json_exists json_object json_objectagg json_query
        json_scalar json_serialize json_table json_value lateral leading least left like limit localtime localtimestamp merge_action
        national natural nchar none normalize not notnull null nullif numeric offset on only or order out outer overlaps overlay placing
        position precision primary real references returning right row select session_user setof similar smallint some substring symmetric
        system_user table tablesample then time timestamp to trailing treat trim true union unique user using values varchar variadic
        verbose when where window with xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot
        xmlserialize xmltable
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}

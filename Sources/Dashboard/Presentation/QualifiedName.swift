internal import Reports

/// `schema.name` with double quotes where SQL needs them.
public func qualifiedName(_ schema: String, _ name: String) -> String { quotedIdentifier(schema) + "." + quotedIdentifier(name) }

/// An identifier as SQL has to write it.
public func quotedIdentifier(_ name: String) -> String { SQLSyntax.identifier(name) }

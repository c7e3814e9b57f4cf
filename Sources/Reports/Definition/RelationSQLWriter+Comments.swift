import PostgresCatalog

extension RelationSQLWriter {
    mutating func writeComments() {
        if let comment = description.comment { comments(on: noun, name, comment) }
        for column in description.columns {
            if let comment = column.comment { comments(on: "COLUMN", "\(name).\(SQLSyntax.identifier(column.name))", comment) }
        }
        for index in description.indexes { writeIndexComment(index, schema: description.relation.schema) }
        for constraint in description.constraints where !(constraint.kind == .foreignKey && constraint.parent != nil) {
            if let comment = constraint.comment { comments(onPart: "CONSTRAINT", constraint.name, comment) }
        }
        for trigger in description.triggers where !trigger.isInternal {
            if let comment = trigger.comment { comments(onPart: "TRIGGER", trigger.name, comment) }
        }
        for rule in description.rules {
            if let comment = rule.comment { comments(onPart: "RULE", rule.name, comment) }
        }
        for policy in description.policies {
            if let comment = policy.comment { comments(onPart: "POLICY", policy.name, comment) }
        }
    }

    private mutating func comments(on noun: String, _ object: String, _ comment: String) {
        add(.comments, "COMMENT ON \(noun) \(object) IS \(SQLSyntax.literal(comment))")
    }

    private mutating func comments(onPart noun: String, _ part: String, _ comment: String) {
        comments(on: noun, "\(SQLSyntax.identifier(part)) ON \(name)", comment)
    }
}

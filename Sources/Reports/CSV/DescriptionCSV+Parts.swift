internal import PostgresCatalog

extension DescriptionCSV {
    /// A line below those of the columns.
    struct Part {
        let part: String
        var name: String
        var type: String?
        var definition: String?
        var comment: String?
        var grant: Grant?

        /// One privilege to one grantee by one grantor.
        struct Grant {
            /// `public` for PUBLIC: no role can be called that.
            let grantee: String
            let isGrantable: Bool
            let grantor: String
        }

        static func all(of relation: RelationDescription, _ definitions: RelationDefinitions) -> [Part] {
            var parts = relation.comment.map { [Part(part: "description", name: "", comment: $0)] } ?? []
            parts += relation.indexes.map {
                Part(part: "index", name: $0.name, definition: definitions.indexes[$0.oid], comment: $0.comment)
            }
            // A constraint trigger is told among the triggers.
            parts += relation.constraints.filter { $0.kind != .trigger }.map {
                let definition = $0.definition ?? definitions.constraints[$0.oid]
                return Part(part: $0.kind.reportName, name: $0.name, definition: definition, comment: $0.comment)
            }
            parts += relation.triggers.map {
                Part(part: "trigger", name: $0.name, definition: $0.definition ?? definitions.triggers[$0.oid], comment: $0.comment)
            }
            parts += relation.rules.map { Part(part: "rule", name: $0.name, definition: definitions.rules[$0.oid], comment: $0.comment) }
            parts += relation.policies.map { policy in
                let expressions = definitions.policies[policy.oid]
                let using = expressions?.using.map { "USING (\($0))" }
                let check = expressions?.check.map { "WITH CHECK (\($0))" }
                let definition = [using, check].compactMap(\.self).joined(separator: " ")
                return Part(part: "policy", name: policy.name, definition: definition, comment: policy.comment)
            }
            if let definition = definitions.viewDefinition {
                parts.append(Part(part: "view", name: relation.relation.name, definition: definition))
            }
            return parts + family(of: relation, definitions) + sequence(of: relation) + privileges(of: relation)
        }

        /// What it is a part of, and what is a part of it.
        private static func family(of relation: RelationDescription, _ definitions: RelationDefinitions) -> [Part] {
            var parts: [Part] = []
            if let parent = relation.partitionOf {
                parts.append(Part(part: "partition of", name: SQLSyntax.name(parent.relation), definition: definitions.partitionBound))
            }
            parts += relation.inherits.map { Part(part: "inherits", name: SQLSyntax.name($0)) }
            if let key = definitions.partitionKey { parts.append(Part(part: "partition key", name: "", definition: key)) }
            parts += relation.children.map { child in
                Part(
                    part: child.isPartition ? "partition" : "child", name: SQLSyntax.name(child.relation), type: child.kind?.reportName,
                    definition: definitions.childBounds[child.relation.oid])
            }
            return parts
        }

        private static func sequence(of relation: RelationDescription) -> [Part] {
            guard let sequence = relation.sequence else { return [] }
            var parts = [
                Part(
                    part: "sequence", name: relation.relation.name, type: sequence.type,
                    definition: sequence.clauses.joined(separator: " "))
            ]
            if let owner = sequence.owner { parts.append(Part(part: "owned by", name: owner.text)) }
            return parts
        }

        /// Of the relation, then of its columns, whose names stand with theirs.
        private static func privileges(of relation: RelationDescription) -> [Part] {
            privileges(relation.privileges, column: "")
                + relation.columns.flatMap { privileges($0.privileges, column: $0.name) }
        }

        private static func privileges(_ items: [AccessPrivilege]?, column: String) -> [Part] {
            (items ?? []).flatMap { item in
                item.privileges.map { letter in
                    let grant = Grant(
                        grantee: item.grantee.isEmpty ? "public" : item.grantee, isGrantable: item.grantable.contains(letter),
                        grantor: item.grantor)
                    return Part(part: "privilege", name: column, type: AccessPrivilege.word(for: letter), grant: grant)
                }
            }
        }
    }
}

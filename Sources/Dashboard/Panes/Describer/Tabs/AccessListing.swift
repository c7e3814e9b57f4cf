internal import PostgresCatalog
internal import Terminal

/// Who may do what: the privileges of the relation and of its columns in words, then the state of row security and its policies.
func accessListing(_ facts: Described) -> Listing {
    typealias Shown = Listing.Column<AccessRow>
    return Listing(
        accessRows(facts),
        [
            Shown("Role or policy") { $0.name },
            Shown("Kind", shrinks: true) { $0.kind },
            Shown("Allows", shrinks: true) { $0.allows },
            Shown("To", shrinks: true) { $0.to },
            Shown("Detail", shrinks: true, grows: true) { $0.detail },
        ]
    ) { $0.object }
}

private struct AccessRow {
    var name: StyledText
    var kind: StyledText
    var allows: StyledText = ""
    var to: StyledText = ""
    var detail: StyledText = ""
    var object = ListedObject()
}

private func accessRows(_ facts: Described) -> [AccessRow] {
    let description = facts.description
    var rows: [AccessRow] = []
    if let privileges = description.privileges {
        rows += privileges.map { privilegeRow($0, on: nil, facts) }
        if privileges.isEmpty {
            rows.append(AccessRow(name: facts.text("nobody", .muted), kind: "", detail: facts.text("all was revoked, from the owner too")))
        }
    } else if description.kind.hasPrivileges {
        rows.append(
            AccessRow(
                name: facts.text(description.owner, .identifier), kind: facts.text("owner"), allows: facts.text("everything", .good),
                detail: facts.text("the default privileges: nothing was granted or revoked", .muted),
                object: ListedObject(name: quotedIdentifier(description.owner))))
    }
    for column in description.columns {
        rows += (column.privileges ?? []).map { privilegeRow($0, on: column.name, facts) }
    }
    return rows + rowSecurityRows(facts) + description.policies.map { policyRow($0, facts) }
}

private func privilegeRow(_ item: AccessPrivilege, on column: String?, _ facts: Described) -> AccessRow {
    let grantee = item.grantee.isEmpty ? "PUBLIC" : item.grantee
    let target = (column.map { "(\(quotedIdentifier($0))) " } ?? "")
    let object = facts.description.kind == .sequence ? "SEQUENCE " : ""
    let plain = item.privileges.filter { !item.grantable.contains($0) }
    let statements = [(plain, ""), (item.privileges.filter(item.grantable.contains), " WITH GRANT OPTION")].filter { !$0.0.isEmpty }.map {
        letters, option in
        "GRANT " + letters.map { AccessPrivilege.word(for: $0) + (target.isEmpty ? "" : " " + target.dropLast()) }.joined(separator: ", ")
            + " ON "
            + object + qualifiedName(facts.relation.schema, facts.relation.name) + " TO "
            + (item.grantee.isEmpty ? "PUBLIC" : quotedIdentifier(item.grantee)) + option + ";"
    }
    return AccessRow(
        name: facts.text(grantee, item.grantee.isEmpty ? .warning : .identifier),
        kind: facts.text(item.grantee == facts.description.owner ? "owner" : "privileges"),
        allows: facts.text(privilegeWords(item)), to: facts.text(column.map { "column " + $0 }),
        detail: facts.text("granted by " + item.grantor, .muted),
        object: ListedObject(
            name: item.grantee.isEmpty ? "PUBLIC" : quotedIdentifier(item.grantee), definition: statements.joined(separator: "\n")))
}

/// Whether policies are applied, in words; nothing where there are none and row security is off.
private func rowSecurityRows(_ facts: Described) -> [AccessRow] {
    let security = facts.description.rowSecurity
    let hasPolicies = !facts.description.policies.isEmpty
    guard security.isEnabled || security.isForced || hasPolicies else { return [] }
    let state: (String, Role, String) =
        switch (security.isEnabled, security.isForced) {
        case (true, true):
            ("enabled and forced", .good, hasPolicies ? "the policies hold for the owner too" : "no policy: nobody sees a row")
        case (true, false):
            ("enabled", .good, hasPolicies ? "the policies hold, but not for the owner" : "no policy: only the owner sees rows")
        case (false, true): ("forced, but disabled", .warning, "the policies do not hold")
        case (false, false): ("disabled", .warning, "the policies do not hold")
        }
    return [
        AccessRow(
            name: facts.text("row security", .heading), kind: StyledText(state.0, facts.role(state.1)), detail: facts.text(state.2, .muted))
    ]
}

private func policyRow(_ policy: Policy, _ facts: Described) -> AccessRow {
    let roles = policy.roles.map { $0.joined(separator: ", ") } ?? "PUBLIC"
    var detail: StyledText = ""
    if policy.hasUsing {
        detail +=
            StyledText("using (", facts.role(.muted)) + facts.definition { $0.policies[policy.oid]?.using }
            + StyledText(")", facts.role(.muted))
    }
    if policy.hasCheck {
        detail +=
            StyledText(detail.isEmpty ? "with check (" : " with check (", facts.role(.muted))
            + facts.definition { $0.policies[policy.oid]?.check } + StyledText(")", facts.role(.muted))
    }
    if let comment = policy.comment { detail += StyledText(outside: "  " + comment, .comment) }
    return AccessRow(
        name: facts.text(policy.name, .identifier), kind: facts.text(policy.isPermissive ? "policy" : "restrictive policy"),
        allows: facts.text(policy.command.map(commandWord) ?? "?"), to: facts.text(roles), detail: detail,
        object: ListedObject(name: quotedIdentifier(policy.name), definition: policyDefinition(policy, facts)))
}

/// CREATE POLICY; nil while an expression of it is not known.
private func policyDefinition(_ policy: Policy, _ facts: Described) -> String? {
    let expressions = facts.definitions?.policies[policy.oid]
    guard !policy.hasUsing || expressions?.using != nil, !policy.hasCheck || expressions?.check != nil else { return nil }
    var lines = ["CREATE POLICY \(quotedIdentifier(policy.name)) ON \(qualifiedName(facts.relation.schema, facts.relation.name))"]
    if !policy.isPermissive { lines.append("AS RESTRICTIVE") }
    if let command = policy.command { lines.append("FOR " + commandWord(command)) }
    if let roles = policy.roles { lines.append("TO " + roles.map(quotedIdentifier).joined(separator: ", ")) }
    if let using = expressions?.using { lines.append("USING (\(using))") }
    if let check = expressions?.check { lines.append("WITH CHECK (\(check))") }
    return lines.joined(separator: "\n  ") + ";"
}

private func commandWord(_ command: Policy.Command) -> String {
    switch command {
    case .all: "ALL"
    case .select: "SELECT"
    case .insert: "INSERT"
    case .update: "UPDATE"
    case .delete: "DELETE"
    }
}

extension RelationKind {
    /// Kinds that GRANT works on.
    fileprivate var hasPrivileges: Bool {
        switch self {
        case .table, .partitionedTable, .view, .materializedView, .foreignTable, .sequence: true
        case .index, .partitionedIndex, .compositeType, .toastTable: false
        }
    }
}

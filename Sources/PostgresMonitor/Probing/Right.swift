/// What a role needs to be answered by a probe.
public enum Right: Sendable, Hashable, Codable {
    /// Membership in a predefined role: `pg_monitor`, `pg_read_all_stats`.
    case role(String)
    /// SELECT on a catalog or view, qualified: `pg_catalog.pg_stat_database`.
    case select(String)
    /// USAGE on a schema, quoted where it must be.
    case usage(schema: String)
    /// EXECUTE on a function, qualified and with its argument types: `pg_catalog.pg_ls_waldir()`.
    case execute(String)

    /// The statement that gives the right to a role: `GRANT pg_monitor TO "lectura"`.
    public func grant(to role: String) -> String {
        let grantee = "\"" + role.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
        return switch self {
        case .role(let name): "GRANT \(name) TO \(grantee)"
        case .select(let relation): "GRANT SELECT ON \(relation) TO \(grantee)"
        case .usage(let schema): "GRANT USAGE ON SCHEMA \(schema) TO \(grantee)"
        case .execute(let function): "GRANT EXECUTE ON FUNCTION \(function) TO \(grantee)"
        }
    }
}

/// pg_class.relreplident: what an update or delete says of the old row to logical replication.
public enum ReplicaIdentity: Character, Sendable, Hashable, CaseIterable {
    /// The primary key.
    case byDefault = "d"
    case nothing = "n"
    case full = "f"
    /// An index's columns: ``Index/isReplicaIdentity``.
    case index = "i"
}

/// How far an attempt to connect has come.
public enum ConnectionPhase: Sendable, Hashable {
    case resolving(host: String)
    /// The address as a person would write it: `192.0.2.7 port 2345`, or a socket's path.
    case connecting(address: String)
    case authenticating
}

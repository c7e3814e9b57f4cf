internal import NIOCore

/// The connections there are, up to the limit. Lives on the one event loop.
final class ClientTable {
    let limits: ServerLimits
    private var clients: [ObjectIdentifier: Client] = [:]
    private(set) var refused = 0

    init(_ limits: ServerLimits) { self.limits = limits }

    /// Makes room for one more, where that takes it by closing the connection that has been idle for longest.
    /// - Returns: false where every connection is in use.
    func makeRoom() -> Bool {
        guard clients.count >= limits.connections else { return true }
        guard let oldest = clients.values.filter(\.isIdle).min(by: { $0.since < $1.since }) else { return false }
        oldest.close()
        return true
    }

    func add(_ client: Client) { clients[ObjectIdentifier(client)] = client }
    func remove(_ client: Client) { clients[ObjectIdentifier(client)] = nil }

    func beginRefusal() -> Bool {
        guard refused < ServerLimits.refusals else { return false }
        refused += 1
        return true
    }
    func endRefusal() { refused -= 1 }
}

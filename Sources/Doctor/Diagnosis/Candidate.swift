internal import PostgresClient

/// One address at which the server may be.
struct Candidate: Sendable, Hashable {
    let host: ServerHost
    let place: Place

    enum Place: Sendable, Hashable {
        /// A numeric address.
        case tcp(address: String)
        /// The folder of a Unix socket; with `@` in front it lies in no folder (Linux).
        case socket(folder: String)
    }

    var isSocket: Bool { address == nil }

    var address: String? {
        if case .tcp(let address) = place { address } else { nil }
    }

    /// The socket's file.
    var socketPath: String? {
        if case .socket(let folder) = place { "\(folder)/.s.PGSQL.\(host.port)" } else { nil }
    }

    /// "192.0.2.7 port 2345", or the socket's path.
    var shown: String { socketPath ?? "\(address ?? "") port \(host.port)" }

    /// Parameters that lead here and nowhere else.
    func pinned(_ parameters: ConnectionParameters) -> ConnectionParameters {
        var pinned = parameters
        switch place {
        case .tcp(let address):
            pinned["host"] = host.host ?? address
            pinned["hostaddr"] = address
        case .socket(let folder):
            pinned["host"] = folder
            pinned["hostaddr"] = nil
        }
        pinned["port"] = host.port
        return pinned
    }

    /// Whether nobody but this machine is on the way.
    var isLocal: Bool {
        guard let address else { return true }
        return address.hasPrefix("127.") || address == "::1" || address.hasPrefix("::ffff:127.")
    }

    /// Reachable from inside its own network only: RFC 1918, 6598 (carrier and some VPNs) and 4193.
    var isPrivate: Bool {
        guard let address else { return false }
        if address.contains(":") { return ["fc", "fd"].contains(String(address.prefix(2)).lowercased()) }
        let parts = address.split(separator: ".").compactMap { Int($0) }
        guard parts.count == 4 else { return false }
        switch (parts[0], parts[1]) {
        case (10, _), (192, 168), (172, 16...31), (100, 64...127): return true
        default: return false
        }
    }
}

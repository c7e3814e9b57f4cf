internal import PostgresClient

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension Examination {
    /// What to do about an address that leads nowhere.
    static func advice(for probe: AddressProbe, _ way: Way) -> String {
        if probe.candidate.isSocket { return socketAdvice(probe, way) }
        let port = probe.candidate.host.port
        let portPlace =
            way.origins["port"] == nil ? "no port is set, so \(port) was tried: set DB_PORT or -p" : "check \(way.origins.target("port"))"
        switch probe.reach {
        case .failed(ECONNREFUSED) where probe.candidate.isLocal:
            return "nothing listens on port \(port) of this machine: start the server, or \(portPlace)"
        case .failed(ECONNREFUSED):
            return "the machine is there, but nothing listens on port \(port) for us: \(portPlace); else its listen_addresses or firewall"
        case .failed(EACCES), .failed(EPERM): return "a firewall of this machine forbids it"
        default: return vpnAdvice(probe)
        }
    }

    private static func vpnAdvice(_ probe: AddressProbe) -> String {
        let tunnels = Tunnels.up
        let kind = probe.candidate.isPrivate ? "a private address, reached only from inside its network" : "not reached from here"
        if tunnels.isEmpty { return "\(kind): connect the VPN (no tunnel is up on this machine), then try again" }
        return "\(kind): the VPN (\(tunnels.joined(separator: ", "))) may not lead there, or a firewall drops it; reconnect it"
    }

    /// One address fails while another is good.
    static func advice(elsewhere good: AddressProbe, _ probe: AddressProbe) -> String {
        guard let host = probe.candidate.host.host, host == good.candidate.host.host, let address = good.candidate.address else {
            return "harmless as long as \(good.candidate.shown) is there; leave this host out to save the time"
        }
        return
            "pgdeck goes on to \(address), which speaks PostgreSQL; name it to others with hostaddr=\(address), or have the name corrected"
    }

    private static func socketAdvice(_ probe: AddressProbe, _ way: Way) -> String {
        switch probe.reach {
        case .failed(EACCES), .failed(EPERM): return "you may not enter the socket's folder: use -h localhost, or ask for the right"
        case .failed(ECONNREFUSED): return "the socket is left over from a server that has gone: start the server"
        case .failed(ENOENT): break
        default: return "the server does not take connections: see its log"
        }
        guard case .socket(let folder) = probe.candidate.place else { return "" }
        let others = SocketFolder.sockets(in: ([folder] + SocketFolder.usual).uniqued)
        if let other = others.first {
            return "a server listens elsewhere: pgdeck doctor -h \(other.folder) -p \(other.port)"
        }
        let set = way.origins["host"] == nil ? "no host is set, so the local socket was tried: set DB_HOST or -h" : "start the server"
        return "no server runs on this machine; \(set)"
    }
}

/// Where servers on this machine leave their sockets.
enum SocketFolder {
    static let usual = ["/var/run/postgresql", "/tmp"]

    static func sockets(in folders: [String]) -> [(folder: String, port: String)] {
        folders.flatMap { folder -> [(folder: String, port: String)] in
            guard let stream = opendir(folder) else { return [] }
            defer { closedir(stream) }
            var ports: [String] = []
            while let entry = readdir(stream) {
                let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
                let port = name.dropFirst(".s.PGSQL.".count)
                if name.hasPrefix(".s.PGSQL."), port.allSatisfy(\.isNumber), !port.isEmpty { ports.append(String(port)) }
            }
            return ports.sorted().map { (folder, $0) }
        }
    }
}

/// Network interfaces that look like a VPN's and are up with an IPv4 address.
enum Tunnels {
    static var up: [String] {
        var list: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&list) == 0 else { return [] }
        defer { freeifaddrs(list) }
        var names: [String] = []
        var entry = list
        while let interface = entry?.pointee {
            entry = interface.ifa_next
            let name = String(cString: interface.ifa_name)
            let isUp = interface.ifa_flags & UInt32(IFF_UP) != 0
            guard isUp, interface.ifa_addr?.pointee.sa_family == sa_family_t(AF_INET), !names.contains(name) else { continue }
            if ["tun", "tap", "ppp", "wg", "utun", "ipsec"].contains(where: name.hasPrefix) { names.append(name) }
        }
        return names
    }
}

extension Array where Element: Hashable {
    /// Each element once, where it first stood.
    fileprivate var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

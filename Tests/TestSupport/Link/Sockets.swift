import Foundation

#if canImport(Glibc)
    private let stream = Int32(SOCK_STREAM.rawValue)
    private let withoutSignal = Int32(MSG_NOSIGNAL)
#else
    private let stream = SOCK_STREAM
    private let withoutSignal: Int32 = 0
#endif

/// A listening socket on 127.0.0.1 (port 0: a free one) and its port. Non-blocking.
func listenOnLoopback(port: UInt16) throws -> (socket: Int32, port: UInt16) {
    let listener = socket(AF_INET, stream, 0)
    guard listener >= 0 else { throw currentError() }
    var on: Int32 = 1
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
    var address = loopback(port)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let ready = withSocketAddress(&address) {
        bind(listener, $0, length) == 0 && listen(listener, 64) == 0 && getsockname(listener, $0, &length) == 0
    }
    guard ready else {
        let error = currentError()
        close(listener)
        throw error
    }
    prepare(listener)
    return (listener, UInt16(bigEndian: address.sin_port))
}

/// A connection to the target, made here and now (all targets are on this machine); nil where it refuses.
func dial(_ target: BadLink.Target) -> Int32? {
    let connected: (socket: Int32, result: Int32)
    switch target {
    case .tcp(let host, let port):
        var address = loopback(port)
        inet_pton(AF_INET, host, &address.sin_addr)
        let end = socket(AF_INET, stream, 0)
        connected = (end, withSocketAddress(&address) { connect(end, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) })
    case .unix(let path):
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        let end = socket(AF_UNIX, stream, 0)
        connected = (end, withSocketAddress(&address) { connect(end, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) })
    }
    guard connected.result == 0 else {
        close(connected.socket)
        return nil
    }
    prepare(connected.socket)
    return connected.socket
}

/// Non-blocking, closed in children, and for TCP without Nagle's delay.
func prepare(_ socket: Int32) {
    _ = fcntl(socket, F_SETFL, O_NONBLOCK)
    _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
    var on: Int32 = 1
    setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    #if canImport(Darwin)
        setsockopt(socket, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
    #endif
}

/// Closes with RST instead of FIN.
func closeWithReset(_ socket: Int32) {
    var linger = linger(l_onoff: 1, l_linger: 0)
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
    close(socket)
}

/// What write(2) would, without SIGPIPE.
func sendQuietly(_ socket: Int32, _ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, withoutSignal) }
}

private func loopback(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    return address
}

private func withSocketAddress<Address, Result>(_ address: inout Address, _ body: (UnsafeMutablePointer<sockaddr>) -> Result) -> Result {
    withUnsafeMutablePointer(to: &address) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1, body) }
}

private func currentError() -> POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }

import CLibPQ

#if canImport(Glibc)
    import Glibc
#endif

extension ConnectionHandle {
    /// Puts whole units into libpq's output buffer while a TCP socket gathers what is written, so that they leave in as few packets as they fit
    /// into: libpq before 17 writes at each Sync.
    func inFewPackets<Value>(_ body: () -> Value) -> Value {
        #if os(Linux)
            hold(true)
            defer { hold(false) }
        #endif
        return body()
    }

    #if os(Linux)
        private func hold(_ isHeld: Bool) {
            var value: Int32 = isHeld ? 1 : 0
            // A Unix socket has no packets and refuses.
            setsockopt(socket, Int32(IPPROTO_TCP), TCP_CORK, &value, socklen_t(MemoryLayout<Int32>.size))
        }
    #endif
}

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension EventLoop {
    /// Calls `handler` once: when the descriptor has one of the events, when the deadline passes, or when the wait is withdrawn.
    ///
    /// The handler runs on the loop's thread (a withdrawal calls it where it happens) and must not block.
    /// - Parameter fileDescriptor: nil to wait for the deadline alone.
    @discardableResult
    public func watch(
        _ fileDescriptor: Int32?, _ events: Int16 = 0, deadline: ContinuousClock.Instant? = nil,
        _ handler: @escaping @Sendable (Readiness) -> Void
    ) -> WatchID {
        let watch = Watch(fileDescriptor: fileDescriptor ?? -1, events: events, deadline: deadline, handler: handler)
        let id: WatchID? = state.withLock { state in
            state.lastWatch += 1
            let id = WatchID(number: state.lastWatch)
            guard !state.isStopped else { return nil }
            state.watches[id] = watch
            return id
        }
        guard let id else {
            handler(.withdrawn)
            return WatchID(number: 0)
        }
        // The loop may be asleep in poll(2) without this wait.
        if !isCurrent { wakeUp.signal() }
        return id
    }

    /// Ends a wait early; one that has already ended is passed over.
    public func withdraw(_ id: WatchID) {
        let watch = state.withLock { $0.watches.removeValue(forKey: id) }
        watch?.handler(.withdrawn)
    }

    /// Ends all waits for a descriptor, which must be done before it is closed.
    public func withdraw(waitsFor fileDescriptor: Int32) {
        let ids = state.withLock { state in state.watches.filter { $0.value.fileDescriptor == fileDescriptor }.map(\.key) }
        for id in ids { withdraw(id) }
    }

    func withdrawAll() {
        let watches = state.withLock { state in
            let watches = state.watches
            state.watches = [:]
            return watches
        }
        for watch in watches.values { watch.handler(.withdrawn) }
    }

    /// Waits until a descriptor is ready, at most until the deadline.
    ///
    /// - Parameter isolation: the caller's actor, which must live on this loop.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func ready(
        _ fileDescriptor: Int32, _ events: Int16, deadline: ContinuousClock.Instant? = nil,
        isolation: isolated (any Actor) = #isolation
    ) async throws -> Readiness {
        precondition(isCurrent, "a wait for a descriptor belongs on the loop's thread")
        return try await wait(fileDescriptor, events, deadline: deadline, isolation: isolation)
    }

    /// Waits until a point in time. Any task may call it.
    /// - Throws: `CancellationError` when the task is cancelled or the loop has stopped.
    public func sleep(until deadline: ContinuousClock.Instant, isolation: isolated (any Actor)? = #isolation) async throws {
        if try await wait(nil, 0, deadline: deadline, isolation: isolation) == .withdrawn { throw CancellationError() }
    }

    /// Waits for a while, as ``sleep(until:isolation:)`` does.
    public func sleep(for duration: Duration, isolation: isolated (any Actor)? = #isolation) async throws {
        try await sleep(until: .now + duration, isolation: isolation)
    }

    private func wait(
        _ fileDescriptor: Int32?, _ events: Int16, deadline: ContinuousClock.Instant?, isolation: isolated (any Actor)?
    ) async throws -> Readiness {
        let pending = PendingWatch()
        let readiness = await withTaskCancellationHandler {
            await withCheckedContinuation(isolation: isolation) { (continuation: CheckedContinuation<Readiness, Never>) in
                // Named, so that the closure stays on the caller's actor; otherwise it would move to the global pool.
                _ = isolation
                let id = watch(fileDescriptor, events, deadline: deadline) { continuation.resume(returning: $0) }
                if pending.begin(id) { withdraw(id) }
            }
        } onCancel: {
            if let id = pending.cancel() { withdraw(id) }
        }
        if pending.isCancelled { throw CancellationError() }
        return readiness
    }

    /// One poll(2) over all waits, then the handlers of those that ended. Does not sleep while jobs wait.
    func poll() {
        var descriptors = [pollfd(fd: wakeUp.fileDescriptor, events: Int16(POLLIN), revents: 0)]
        var waits: [(id: WatchID, deadline: ContinuousClock.Instant?)] = []
        var nearest: ContinuousClock.Instant?
        let hasWork = state.withLock { state in
            for (id, watch) in state.watches {
                descriptors.append(pollfd(fd: watch.fileDescriptor, events: watch.events, revents: 0))
                waits.append((id, watch.deadline))
                if let deadline = watch.deadline, nearest.map({ deadline < $0 }) ?? true { nearest = deadline }
            }
            return !state.jobs.isEmpty || state.isStopped
        }
        let count = systemPoll(&descriptors, hasWork ? 0 : Self.milliseconds(until: nearest))
        if descriptors[0].revents != 0 { wakeUp.clear() }
        let now = ContinuousClock.now
        for (index, wait) in waits.enumerated() {
            let events = count > 0 ? descriptors[index + 1].revents : 0
            guard events != 0 || wait.deadline.map({ $0 <= now }) ?? false else { continue }
            // Another handler of this turn, or another thread, may have withdrawn it.
            guard let watch = state.withLock({ $0.watches.removeValue(forKey: wait.id) }) else { continue }
            watch.handler(events != 0 ? .ready(events) : .deadline)
        }
    }

    /// Rounded up, so that a timer is over when the loop wakes for it. -1 is for ever.
    private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
        guard let deadline else { return -1 }
        let (seconds, attoseconds) = (deadline - .now).components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        guard seconds < 86_400 else { return 86_400_000 }
        return Int32(seconds) * 1000 + Int32((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}

/// poll(2), whose name the loop's own method hides. Interrupted by a signal it counts as nothing ready.
private func systemPoll(_ descriptors: inout [pollfd], _ timeout: Int32) -> Int32 {
    poll(&descriptors, nfds_t(descriptors.count), timeout)
}

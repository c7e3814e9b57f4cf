internal import CSystemShims
public import Terminal

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension NcursesTerminal {
    /// Sleeps in one poll(2) until there is an event of the terminal, one of the descriptors is readable, or the deadline has passed.
    ///
    /// All that waits is taken at once, size changes as one. ^Z and SIGTSTP suspend the process here, and what is returned then begins
    /// with `.resumed`. Empty where a descriptor (which the caller reads) or the deadline ended the wait.
    public func waitForEvents(also descriptors: [Int32], until deadline: ContinuousClock.Instant?) -> [TerminalEvent] {
        var polled = ([STDIN_FILENO, pgdeck_signals_descriptor()] + descriptors).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        if hasEnded { polled[0].fd = -1 }
        let began = ContinuousClock.now
        var patienceEnd = decoder.patience.map { began + $0 }
        while true {
            let end = [deadline, patienceEnd].compactMap { $0 }.min()
            let ready = poll(&polled, nfds_t(polled.count), Self.milliseconds(until: end))
            var events: [TerminalEvent] = []
            if ready > 0 {
                if polled[1].revents != 0 { events += readSignals() }
                if polled[0].revents != 0 { events += readInput() }
            }
            let now = ContinuousClock.now
            if let patienceEnd, now >= patienceEnd, polled[0].revents == 0 { events += decoder.flush() }
            patienceEnd = decoder.patience.map { now + $0 }
            events = suspending(events)
            let isWoken = ready > 0 && polled[2...].contains { $0.revents != 0 }
            if !events.isEmpty || isWoken { return events }
            if let deadline, now >= deadline { return events }
        }
    }

    /// For poll(2): rounded up, so that it does not return just before the deadline; -1 waits for ever.
    private static func milliseconds(until end: ContinuousClock.Instant?) -> Int32 {
        guard let end else { return -1 }
        let (seconds, attoseconds) = (end - .now).components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        return Int32(min(seconds, 86_400)) * 1000 + Int32((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }

    private func readInput() -> [TerminalEvent] {
        var events: [TerminalEvent] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        repeat {
            let count = buffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
            if count > 0 {
                events += decoder.decode(buffer[..<count], at: .now)
            } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
                // The terminal has gone: as by SIGHUP, which may come later or never.
                hasEnded = true
                return events + [.terminate(status: 128 + SIGHUP)]
            }
        } while poll(&waiting, 1, 0) > 0
        return events
    }

    private func readSignals() -> [TerminalEvent] {
        var events: [TerminalEvent] = []
        var hasNewSize = false
        for number in waitingSignals() {
            switch number {
            case SIGWINCH: hasNewSize = true
            case SIGCONT:
                // Stopped by a signal that cannot be held; the shell has used the terminal since.
                restore()
                takeScreen()
                events += [.resumed, .resize(size)]
            case SIGTSTP: events.append(.key(.control("z")))
            default: events.append(.terminate(status: 128 + number))
            }
        }
        if hasNewSize {
            adoptSize()
            events.append(.resize(size))
        }
        return events
    }

    private func waitingSignals() -> [Int32] {
        Array(sequence(state: ()) { _ in pgdeck_signals_next() }.prefix { $0 != 0 })
    }

    /// Suspends where ^Z is among the events, once.
    private func suspending(_ events: [TerminalEvent]) -> [TerminalEvent] {
        let suspension = TerminalEvent.key(.control("z"))
        guard events.contains(suspension) else { return events }
        suspend()
        // The signal that continued this process, and a size that changed meanwhile, are told by what comes first.
        let ends = waitingSignals().filter { ![SIGCONT, SIGWINCH, SIGTSTP].contains($0) }.map { TerminalEvent.terminate(status: 128 + $0) }
        return [.resumed, .resize(size)] + events.filter { $0 != suspension } + ends
    }
}

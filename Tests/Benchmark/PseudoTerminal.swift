import DemoCluster
import Foundation

/// A program on a pseudo-terminal, and when it wrote what. No emulator: text is looked for in the bytes as they come.
final class PseudoTerminal {
    let child: ChildProcess
    let started: ContinuousClock.Instant
    private let master: Int32
    private var output: [UInt8] = []

    init(_ command: [String], environment: [String: String], columns: UInt16 = 120, rows: UInt16 = 40) throws {
        var ends: (master: Int32, slave: Int32) = (-1, -1)
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&ends.master, &ends.slave, nil, nil, &size) == 0 else { throw BenchmarkError("no pseudo-terminal to be had") }
        master = ends.master
        defer { close(ends.slave) }
        started = .now
        child = try ChildProcess(
            command[0], Array(command.dropFirst()), environment: environment, input: ends.slave, output: ends.slave, error: ends.slave)
    }

    deinit {
        child.end()
        close(master)
    }

    /// Takes what the program writes for up to `duration`; returns when the first bytes came, at once, or nil.
    func firstOutput(within duration: Duration) -> ContinuousClock.Instant? {
        var slot = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&slot, 1, Int32(max(0, (duration / .milliseconds(1)).rounded(.up)))) > 0 else { return nil }
        let now = ContinuousClock.now
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = read(master, &buffer, buffer.count)
        guard count > 0 else { return nil }
        output += buffer[..<count]
        return now
    }

    /// Goes on reading until `text` has been written. - Returns: the time since `beginning`, which is the start of the program where it is nil.
    /// Throws after `seconds`.
    @discardableResult
    func time(of text: String, since beginning: ContinuousClock.Instant? = nil, seconds: Int = 60) throws -> Duration {
        let wanted = Array(text.utf8)
        var searched = 0
        let deadline = ContinuousClock.now + .seconds(seconds)
        while true {
            if let found = output[searched...].firstRange(of: wanted) {
                output.removeSubrange(..<found.upperBound)
                return (beginning ?? started).duration(to: lastOutput)
            }
            searched = max(0, output.count - wanted.count)
            guard ContinuousClock.now < deadline else { throw BenchmarkError("\"\(text)\" did not appear within \(seconds) s") }
            if let now = firstOutput(within: .milliseconds(200)) { lastOutput = now }
        }
    }

    private var lastOutput = ContinuousClock.now

    /// Reads and forgets all that comes for this long.
    func rest(_ duration: Duration) {
        let end = ContinuousClock.now + duration
        while ContinuousClock.now < end { _ = firstOutput(within: ContinuousClock.now.duration(to: end)) }
        output = []
    }

    /// Types keys and reads until nothing has come for `quiet`; the time from the first key to the last byte that came.
    func settled(_ keys: String, quiet: Duration) -> Duration {
        let pressed = ContinuousClock.now
        var last = pressed
        type(keys)
        while let now = firstOutput(within: quiet) { last = now }
        output = []
        return pressed.duration(to: last)
    }

    func type(_ keys: String) { _ = Array(keys.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) } }

    /// Presses the two keys in turn, `count` times in all, every 15 ms; the time from each to the first byte that answers it. A key without an
    /// answer counts as 15 ms.
    func storm(_ first: String, _ second: String, count: Int) -> [Duration] {
        (0..<count).map { number in
            let pressed = ContinuousClock.now
            type(number.isMultiple(of: 2) ? first : second)
            let answered = firstOutput(within: .milliseconds(15)).map { pressed.duration(to: $0) }
            rest(.milliseconds(15) - pressed.duration(to: .now))
            return answered ?? .milliseconds(15)
        }
    }
}

struct BenchmarkError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

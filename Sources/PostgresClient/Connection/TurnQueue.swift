/// Who waits for the connection, in the order of asking. The connection is handed on without ever being free in between.
struct TurnQueue {
    private(set) var isTaken = false
    private var waiting: [(id: UInt64, continuation: CheckedContinuation<Bool, Never>)] = []
    private var lastID: UInt64 = 0

    /// - Returns: false when somebody has it already.
    mutating func take() -> Bool {
        guard !isTaken else { return false }
        isTaken = true
        return true
    }

    mutating func number() -> UInt64 {
        lastID += 1
        return lastID
    }

    mutating func wait(_ id: UInt64, _ continuation: CheckedContinuation<Bool, Never>) {
        waiting.append((id, continuation))
    }

    /// Takes a waiting one out of the queue.
    /// - Returns: what to resume with false; nil when its turn has come already.
    mutating func remove(_ id: UInt64) -> CheckedContinuation<Bool, Never>? {
        guard let index = waiting.firstIndex(where: { $0.id == id }) else { return nil }
        return waiting.remove(at: index).continuation
    }

    /// - Returns: the next one, to be resumed with true: it has the turn now. nil when nobody waits, so that it is free.
    mutating func passOn() -> CheckedContinuation<Bool, Never>? {
        guard !waiting.isEmpty else {
            isTaken = false
            return nil
        }
        return waiting.removeFirst().continuation
    }
}

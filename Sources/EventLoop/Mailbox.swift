/// Messages from any thread to the one that polls ``fileDescriptor``.
///
/// The descriptor is readable while messages wait. A burst costs one wake-up: only the first message into an empty box signals.
public final class Mailbox<Message: Sendable>: Sendable {
    private let waiting = Locked<[Message]>([])
    private let wakeUp: WakeUp

    /// - Throws: ``SystemError`` when the process has no descriptor left.
    public init() throws {
        wakeUp = try WakeUp()
    }

    /// To be polled for POLLIN; never to be read or closed by the poller.
    public var fileDescriptor: Int32 { wakeUp.fileDescriptor }

    public func post(_ message: Message) {
        let wasEmpty = waiting.withLock { messages in
            messages.append(message)
            return messages.count == 1
        }
        if wasEmpty { wakeUp.signal() }
    }

    /// All waiting messages in the order of their posting.
    public func drain() -> [Message] {
        // Cleared first: a message posted in between signals again and costs one empty turn, never a lost wake-up.
        wakeUp.clear()
        return waiting.withLock { messages in
            let taken = messages
            messages = []
            return taken
        }
    }
}

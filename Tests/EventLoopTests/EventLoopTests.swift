import EventLoop
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An actor on a loop, as connections are.
private actor Resident {
    let loop: EventLoop
    init(_ loop: EventLoop) { self.loop = loop }
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    var isOnLoop: Bool { loop.isCurrent }

    func waitToRead(_ descriptor: Int32, for duration: Duration) async throws -> Readiness {
        let readiness = try await loop.ready(descriptor, Int16(POLLIN), deadline: .now + duration)
        #expect(loop.isCurrent)
        return readiness
    }
}

@Suite struct EventLoopTests {
    @Test("an actor on the loop runs on the loop's thread, also when it is called from another")
    func actorsRunOnTheLoop() async throws {
        let loop = try EventLoop()
        loop.start()
        defer { loop.stop() }
        #expect(!loop.isCurrent)
        #expect(await Resident(loop).isOnLoop)
    }

    @Test("sleepers wake in the order of their instants, not of their going to sleep")
    func sleepersWakeInOrder() throws {
        let order = try EventLoop.run { loop in
            try await withThrowingTaskGroup(of: Int.self) { group in
                for number in [3, 1, 2] {
                    group.addTask {
                        try await loop.sleep(for: .milliseconds(30 * number))
                        return number
                    }
                }
                var order: [Int] = []
                for try await number in group { order.append(number) }
                return order
            }
        }
        #expect(order == [1, 2, 3])
    }

    @Test("a sleeper whose task is cancelled wakes at once with CancellationError")
    func cancelledSleepEnds() async throws {
        let loop = try EventLoop()
        loop.start()
        defer { loop.stop() }
        let sleeper = Task { try await loop.sleep(for: .seconds(3600)) }
        sleeper.cancel()
        await #expect(throws: CancellationError.self) { try await sleeper.value }
    }

    @Test("a task that is cancelled before it waits does not wait")
    func cancelledBeforeWaiting() async throws {
        let loop = try EventLoop()
        loop.start()
        defer { loop.stop() }
        let resident = Resident(loop)
        let mailbox = try Mailbox<Int>()
        let waiter = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await resident.waitToRead(mailbox.fileDescriptor, for: .seconds(3600))
        }
        await #expect(throws: CancellationError.self) { try await waiter.value }
    }

    @Test("a descriptor that gets something to read ends the wait for it")
    func readyDescriptor() async throws {
        let loop = try EventLoop()
        loop.start()
        defer { loop.stop() }
        let resident = Resident(loop)
        let mailbox = try Mailbox<Int>()
        async let readiness = resident.waitToRead(mailbox.fileDescriptor, for: .seconds(60))
        mailbox.post(1)
        #expect(try await readiness == .ready(Int16(POLLIN)))
    }

    @Test("a silent descriptor ends the wait at its deadline")
    func silentDescriptor() async throws {
        let loop = try EventLoop()
        loop.start()
        defer { loop.stop() }
        let mailbox = try Mailbox<Int>()
        #expect(try await Resident(loop).waitToRead(mailbox.fileDescriptor, for: .milliseconds(20)) == .deadline)
    }

    @Test("a withdrawn wait ends as withdrawn")
    func withdrawal() async throws {
        let loop = try EventLoop()
        loop.start()
        defer { loop.stop() }
        let readiness = await withCheckedContinuation { continuation in
            let id = loop.watch(nil, deadline: .now + .seconds(3600)) { continuation.resume(returning: $0) }
            loop.withdraw(id)
            loop.withdraw(id)
        }
        #expect(readiness == .withdrawn)
    }

    @Test("stopping the loop ends the waits on it")
    func stoppingEndsWaits() async throws {
        let loop = try EventLoop()
        loop.start()
        let sleeper = Task { try await loop.sleep(for: .seconds(3600)) }
        loop.stop()
        await #expect(throws: CancellationError.self) { try await sleeper.value }
    }
}

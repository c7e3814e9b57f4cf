import EventLoop
import Testing

@Suite struct OffLoopTests {
    @Test("a blocking call runs on another thread and its value comes back to the loop")
    func value() throws {
        let (wasOnLoop, isOnLoop) = try EventLoop.run { loop in
            let wasOnLoop = try await loop.offLoop(deadline: .now + .seconds(60)) { loop.isCurrent }
            return (wasOnLoop, loop.isCurrent)
        }
        #expect(wasOnLoop == false)
        #expect(isOnLoop)
    }

    @Test("a call that blocks past the deadline is left behind with nil")
    func deadline() throws {
        let gate = try Mailbox<Int>()
        let value = try EventLoop.run { loop in
            try await loop.offLoop(deadline: .now + .milliseconds(20)) {
                while gate.drain().isEmpty {}
                return 1
            }
        }
        gate.post(1)
        #expect(value == nil)
    }

    @Test("the synchronous front passes the body's error on")
    func frontThrows() {
        struct Refusal: Error {}
        #expect(throws: Refusal.self) { try EventLoop.run { _ in throw Refusal() } }
    }
}

import EventLoop
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct MailboxTests {
    private func isReadable(_ descriptor: Int32) -> Bool {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, 0) == 1
    }

    @Test("messages come out in the order they were posted in")
    func order() throws {
        let mailbox = try Mailbox<Int>()
        for number in 1...5 { mailbox.post(number) }
        #expect(mailbox.drain() == [1, 2, 3, 4, 5])
        #expect(mailbox.drain() == [])
    }

    @Test("the descriptor is readable exactly while messages wait")
    func readability() throws {
        let mailbox = try Mailbox<String>()
        #expect(!isReadable(mailbox.fileDescriptor))
        mailbox.post("a")
        mailbox.post("b")
        #expect(isReadable(mailbox.fileDescriptor))
        _ = mailbox.drain()
        #expect(!isReadable(mailbox.fileDescriptor))
        mailbox.post("c")
        #expect(isReadable(mailbox.fileDescriptor))
    }

    @Test("no message of many threads is lost or doubled")
    func manyPosters() async throws {
        let mailbox = try Mailbox<Int>()
        await withTaskGroup(of: Void.self) { group in
            for poster in 0..<8 {
                group.addTask { for number in 0..<500 { mailbox.post(poster * 500 + number) } }
            }
        }
        #expect(mailbox.drain().sorted() == Array(0..<4000))
    }
}

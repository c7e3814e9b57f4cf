import Foundation

extension TerminalSession {
    /// Polls the screen each 15 ms until `condition` holds, and returns it. Past the deadline it fails with `what` and the screen as it is.
    @discardableResult
    public func wait(_ what: String, seconds: Double = 20, until condition: (String) -> Bool) throws -> String {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while true {
            let screen = try screen()
            if condition(screen) { return screen }
            guard ContinuousClock.now < deadline else {
                let end = exitStatus.map { "; the program has ended with status \($0)" } ?? ""
                throw Failure(description: "not seen within \(seconds) s: \(what)\(end). The screen:\n\(screen)")
            }
            usleep(15_000)
        }
    }

    /// Waits until all of these texts are on the screen at once.
    @discardableResult
    public func wait(for texts: String..., seconds: Double = 20) throws -> String {
        try wait(texts.map { "\"\($0)\"" }.joined(separator: " and "), seconds: seconds) { screen in texts.allSatisfy(screen.contains) }
    }

    /// Waits until none of the screen holds this text.
    @discardableResult
    public func wait(forNo text: String, seconds: Double = 20) throws -> String {
        try wait("no \"\(text)\"", seconds: seconds) { !$0.contains(text) }
    }

    /// Waits for the program's end and returns its exit status.
    public func waitForExit(seconds: Double = 20) throws -> Int32 {
        try wait("the program's end", seconds: seconds) { _ in exitStatus != nil }
        guard let exitStatus else { throw Failure(description: "the program has ended without a status") }
        return exitStatus
    }
}

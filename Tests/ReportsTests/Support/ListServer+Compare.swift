import Testing

extension ListServer {
    /// Runs commands both ways and records where they differ.
    /// - Returns: how many were answered with a table.
    @discardableResult
    func compare(_ commands: [ListCommand], user: String = "postgres", seed: UInt64 = 0) throws -> Int {
        // The catalogs' own sizes may grow between the two: what was asked before and after must agree, or it is asked again.
        for attempt in 1...5 {
            let expected = try psql(commands.map(\.psql), user: user)
            let printed = try printed(commands, user: user)
            guard try attempt == 5 || printed == expected || expected == psql(commands.map(\.psql), user: user) else { continue }
            for ((command, expected), printed) in zip(zip(commands, expected), printed) where printed != expected {
                Issue.record("seed \(seed), \(user): \(command.psql) printed:\n\(printed)\nand by psql:\n\(expected)")
            }
            return expected.count { !$0.output.isEmpty }
        }
        return 0
    }
}
